import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemClock, systemRandom } from '../../../../../src/app/system.ts';
import { createCompose } from '../../../../../src/core/inspector/lab/compose.ts';
import { headersToSend } from '../../../../../src/core/inspector/lab/headers.ts';
import { prepareRequest } from '../../../../../src/core/inspector/lab/prepare.ts';
import type { Endpoint } from '../../../../../src/core/line-book.ts';
import type { Delivery } from '../../../../../src/domain/delivery.ts';
import { isNeverKept } from '../../../../../src/domain/secret-header.ts';
import { provider } from '../../../../support/providers.ts';

const path = '/hooks/abcdefghijklmnopqrstuv';
const line: Endpoint['line'] = {
  id: 'l_1',
  provider: 'receivesms-ink',
  label: 'Ink',
  number: '+12025550102',
  webhookPath: path,
  publicUrls: [],
  createdAt: '2026-01-01T00:00:00.000Z',
};
const endpoint: Endpoint = {
  line,
  provider: provider('receivesms-ink'),
  credentials: { webhookSecret: 'secret' },
  urls: [`https://texts.example.com${path}`],
};

function captured(headers: [string, string][], body: Uint8Array): Delivery {
  return {
    id: 'd_1',
    lineId: 'l_1',
    receivedAt: '2026-03-01T12:00:00.000Z',
    method: 'POST',
    path,
    query: '?a=%7e',
    headers,
    body: Buffer.from(body).toString('base64'),
    bytes: body.byteLength,
    source: '127.0.0.1',
    verdict: 'rejected',
    reason: 'signature-wrong',
    status: 401,
    timings: { verified: 1, answered: 1 },
  };
}

const name = fc.oneof(
  fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,20}$/),
  fc.constantFrom('X-Webhook-Signature', 'x-webhook-signature', 'X-Api-Key', 'X-Token', 'Set-Cookie', 'X-Forwarded-For', 'traceparent'),
);
const value = fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,40}$/);
const belongsToConnection = /^(?:host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|keep-alive)$/i;
const headers = fc
  .array(fc.tuple(name, value), { maxLength: 12 })
  .map((list) => list.filter(([each]) => !isNeverKept(each) && !belongsToConnection.test(each)));

test('whatever arrived, sent again as it is it has the same headers in the same order, and the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(headers, fc.uint8Array({ maxLength: 200 }), async (given, body) => {
      const delivery = captured(given, body);
      const deliveries = { get: async () => delivery };
      const compose = createCompose({
        lines: { active: () => line, endpointAt: () => endpoint, localUrl: () => `http://127.0.0.1:7777${path}` },
        deliveries,
        clock: systemClock,
        random: systemRandom,
        publicBase: () => undefined,
        bodyLimit: 256 * 1024,
      });
      const draft = await compose({ lineId: 'l_1', deliveryId: 'd_1' });
      const request = draft.ok ? draft.value.requests[0] : undefined;
      if (request === undefined) throw new Error('There is no draft.');
      // It goes to the window and back as JSON.
      const prepared = await prepareRequest(JSON.parse(JSON.stringify(request)), 0, { endpoint, deliveries });
      if (!prepared.ok) throw new Error(prepared.error.message);
      expect(Buffer.from(prepared.value.body).equals(Buffer.from(body))).toBe(true);
      expect(prepared.value.query).toBe('?a=%7e');
      const sent = headersToSend(prepared.value.headers, { via: 'loopback', host: '127.0.0.1:7777', bytes: body.byteLength });
      expect(sent).toEqual([['Host', '127.0.0.1:7777'], ...given, ['Content-Length', String(body.byteLength)], ['Connection', 'close']]);
    }),
    { numRuns: 300 },
  );
});
