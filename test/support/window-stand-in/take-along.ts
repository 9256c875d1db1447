/**
 * Deliveries for other tools and lessons, as they look: the command is the real one, files are none.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Lesson } from '../../../src/contract/methods/learn.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import type { ProviderName } from '../../../src/domain/line.ts';
import { ok } from '../../../src/domain/result.ts';
import { sampleFile } from './exchange.ts';
import type { Standing } from './state.ts';

type Names = Extract<MethodName, 'deliveries.curl' | 'deliveries.export' | 'deliveries.learn'>;
type Shape = Pick<Lesson, 'headers' | 'payload' | 'proof' | 'retries'>;

const from = '+12025550143';
const body = 'Your table for two is booked: 7 pm. See you!';
const digest = '5f2b8c0e6d6a4d6fb1c8f7f3a0e6c2d91b74a85e0c93d2f86a17e4b05c9d38f2';

export function createTakeAlongAnswers({ state }: Standing): Pick<Handlers, Names> {
  return {
    'deliveries.curl': async ({ id, mask }) => {
      const delivery = state.deliveries.find((other) => other.id === id);
      if (delivery === undefined) return refuse('not-found');
      const headers = delivery.headers.map(([name, value]) => `-H '${name}: ${value}'`);
      const words = [`curl --include 'http://127.0.0.1:8790${delivery.path}'`, ...headers, `--data-raw '${delivery.bodyText ?? ''}'`];
      return ok({ command: words.join(' \\\n  '), notes: mask ? ['signature-broken-by-masking'] : [] });
    },
    'deliveries.export': async ({ ids, format, mask }) =>
      ok({
        fileId: sampleFile.fileId,
        name: `texttray-deliveries-2026-03-01.${format === 'har' ? 'har' : 'zip'}`,
        bytes: 2_048 * ids.length,
        notes: mask ? ['signature-broken-by-masking'] : [],
      }),
    'deliveries.learn': async ({ provider, lineId }) => {
      const line = state.snapshot.lines.find((other) => other.provider === provider && (lineId === undefined || other.id === lineId));
      const url = line?.webhookUrl ?? 'https://texts.example.com/hooks/SamplePathOfNoLine-000';
      return ok({
        ...shapes(url)[provider],
        provider,
        lineId: line?.id ?? null,
        method: 'POST',
        url,
        judged: {
          verdict: 'accepted',
          status: provider === 'cloudvno' ? 204 : 200,
          text: { from, body, media: 0, key: 'SM00000000000000000000000000001001' },
        },
      });
    },
  };
}

function shapes(url: string): Readonly<Record<ProviderName, Shape>> {
  const json = (value: object, header: string, credential = 'webhookSecret'): Shape => {
    const payload = JSON.stringify(value);
    return {
      payload,
      headers: [
        ['Content-Type', 'application/json'],
        [header, `sha256=${digest}`],
      ],
      proof: {
        scheme: 'hmac-sha256-hex',
        header,
        prefix: 'sha256=',
        coversUrl: false,
        credential,
        maskedSecret: 'wh••••••••9Q',
        canonical: payload,
        digest,
      },
      retries: {},
    };
  };
  const form = `Body=${encodeURIComponent(body).replaceAll('%20', '+')}&From=%2B12025550143&MessageSid=SM00000000000000000000000000001001&NumMedia=0&To=%2B12025550100`;
  const spire = JSON.stringify({ event: 'sms.inbound', from, to: '+12025550100', text: body, timestamp: '2026-03-01T15:30:00.000Z' });
  return {
    cloudvno: {
      payload: form,
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['X-CloudVNO-Signature', digest],
      ],
      proof: {
        scheme: 'hmac-sha256-hex',
        header: 'X-CloudVNO-Signature',
        prefix: '',
        coversUrl: true,
        credential: 'authToken',
        maskedSecret: '4f••••••••c1',
        canonical: `${url}${form}`,
        digest,
      },
      retries: { timeoutSeconds: 10, afterMinutes: [1, 5, 30] },
    },
    'receivesms-ink': json(
      {
        event: 'sms.received',
        version: '1',
        data: { messageId: 1001, from, to: '+12025550100', body, receivedAt: '2026-03-01T15:30:00.000Z' },
      },
      'X-Webhook-Signature',
    ),
    'mobile-api-connect': json(
      {
        event: 'message.received',
        from: '12025550143',
        to: '12025550100',
        text: body,
        ref: null,
        receivedAt: '2026-03-01T15:30:00.000Z',
        deviceId: 'dev_1001',
        tenantId: 'ten_sample',
        tenantName: 'Sample',
      },
      'X-MAC-Signature',
    ),
    cloudspire: {
      payload: spire,
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', 'Be••••••••x7'],
      ],
      proof: {
        scheme: 'static',
        header: 'Authorization',
        prefix: '',
        coversUrl: false,
        credential: 'authHeader',
        maskedSecret: 'Be••••••••x7',
        canonical: null,
        digest: null,
      },
      retries: { timeoutSeconds: 30 },
    },
    practice: json(
      { event: 'practice.text', id: 'sample-1001', from, to: '+12025550100', text: body, sentAt: '2026-03-01T15:30:00.000Z' },
      'X-Practice-Signature',
      'secret',
    ),
  };
}
