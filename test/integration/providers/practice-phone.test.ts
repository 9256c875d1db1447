import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Parsed, WebhookRequest } from '../../../src/core/ports.ts';
import { createHttpClient } from '../../../src/providers/http.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { provider } from '../../support/providers.ts';

const text = { from: '+12025550123', to: '+12025550188', body: 'Hello phone', mediaUrls: [], clientId: 'c1' };

/** A line with the simulated phone, behind a receiver that really verifies what comes over the network. */
async function practiceLine({ secret = undefined as string | undefined } = {}) {
  const clock = manualClock();
  const practice = provider('practice', clock);
  const credentials = practice.makeCredentials?.({ token: (bytes) => 's'.repeat(bytes), fraction: () => 0 }) ?? {};
  const received: Parsed[] = [];
  const refused: string[] = [];
  let busy = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const headers = Object.entries(request.headersDistinct).map(([name, values]) => [name, values?.[0] ?? ''] as const);
    const whole: WebhookRequest = {
      method: 'POST',
      path: request.url ?? '',
      headers,
      body,
      source: '',
      arrivedAt: '2026-03-01T12:00:00.000Z',
    };
    const verification = practice.verify(whole, { credentials, urls: [] });
    if (busy > 0) {
      busy -= 1;
      refused.push('busy');
      response.writeHead(503).end();
      return;
    }
    if (verification.ok) received.push(practice.parse(whole));
    else refused.push(verification.reason);
    const { status } = verification.ok ? practice.answer() : { status: 401 };
    response.writeHead(status).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const context = {
    credentials: secret === undefined ? credentials : { secret },
    http: createHttpClient(),
    localWebhookUrl: `http://127.0.0.1:${port}/hooks/abcdefghijklmnopqrstuv`,
  };
  const refuseNext = (count: number) => {
    busy = count;
  };
  return { practice, clock, context, received, refused, refuseNext };
}

test('a text is taken at once, delivered after a moment, then answered', async () => {
  const { practice, clock, context, received } = await practiceLine();
  const outcome = await practice.send?.(text, context);
  expect(outcome).toEqual({ kind: 'accepted', providerId: expect.stringMatching(/^practice-/), status: 'sent' });
  const providerId = outcome?.kind === 'accepted' ? outcome.providerId : undefined;
  expect(received).toEqual([]);

  clock.advance(600);
  await eventually('it was delivered', () => received.length === 1);
  expect(received[0]).toEqual({ kind: 'status', report: { providerId, status: 'delivered' } });

  clock.advance(400);
  await eventually('it was answered', () => received.length === 2);
  expect(received[1]).toMatchObject({
    kind: 'text',
    text: {
      key: `id:${providerId}-answer`,
      from: text.to,
      body: expect.stringContaining('Hello phone'),
      providerAt: '2026-03-01T12:00:01.000Z',
    },
  });
  expect(clock.waiting()).toBe(0);
});

test('what the receiver cannot take right now is posted again, three times at most', async () => {
  const { practice, clock, context, received, refused, refuseNext } = await practiceLine();
  refuseNext(1);
  await practice.send?.(text, context);
  clock.advance(600);
  await eventually('it was refused and waits', () => refused.length === 1 && clock.waiting() === 2);
  clock.advance(400);
  await eventually('the answer arrived', () => received.length === 1);
  clock.advance(600);
  await eventually('the delivery report arrived', () => received.length === 2);
  expect(received.map(({ kind }) => kind)).toEqual(['text', 'status']);

  refuseNext(100);
  await practice.send?.({ ...text, clientId: 'c2' }, context);
  clock.advance(1_000);
  for (const [tries, wait] of [
    [2, 1_000],
    [4, 5_000],
    [6, 30_000],
  ] as const) {
    await eventually('both were refused and wait', () => refused.length === 1 + tries && clock.waiting() === 2);
    clock.advance(wait);
  }
  await eventually('both were refused for good', () => refused.length === 9);
  expect([received.length, clock.waiting()]).toEqual([2, 0]);
});

test('a text that is handed over twice is the same text with the same answer', async () => {
  const { practice, clock, context, received } = await practiceLine();
  const outcomes = [await practice.send?.(text, context), await practice.send?.(text, context)];
  expect(outcomes[0]).toEqual(outcomes[1]);
  clock.advance(2_000);
  await eventually('all arrived', () => received.length === 4);
  const keys = received.flatMap((parsed) => (parsed.kind === 'text' ? [parsed.text.key] : []));
  expect(new Set(keys).size).toBe(1);
});

test('the phone texts by itself, each text under its own id', async () => {
  const { practice, context, received } = await practiceLine();
  const say = (body: string) => practice.textFromPhone?.(body, { ...context, number: text.from, from: text.to });
  expect(await say('STOP')).toMatchObject({ kind: 'answer', status: 204 });
  await say('STOP');
  expect(received).toMatchObject([{ text: { body: 'STOP', from: text.to } }, { text: { body: 'STOP' } }]);
  expect(new Set(received.map((parsed) => (parsed.kind === 'text' ? parsed.text.key : ''))).size).toBe(2);
});

test('a phone with another secret gets nowhere', async () => {
  const { practice, context, received, refused } = await practiceLine({ secret: 'another' });
  expect(await practice.textFromPhone?.('Hi', { ...context, number: text.from, from: text.to })).toMatchObject({
    kind: 'answer',
    status: 401,
  });
  expect([received, refused]).toEqual([[], ['signature-wrong']]);
});

test('a line that lost its secret refuses to send and starts nothing', async () => {
  const { practice, clock, context } = await practiceLine({ secret: '' });
  expect(await practice.send?.(text, context)).toMatchObject({ kind: 'refused', failure: { code: 'key-missing' } });
  expect(clock.waiting()).toBe(0);
});
