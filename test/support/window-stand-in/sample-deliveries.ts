/**
 * Deliveries as they come: all verdicts, forms, JSON, bytes, and what hostile senders think of.
 * @module
 */
import type { DeliveryView } from '../../../src/contract/views.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Sample = {
  readonly lineId: 'work' | 'ink' | 'phone' | 'practice';
  readonly verdict: Delivery['verdict'];
  readonly status: number;
  readonly before: number;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly more?: Partial<DeliveryView>;
};

const form = (text: string, sid = 'SM5d1e8a'): string =>
  `MessageSid=${sid}&From=%2B12025550143&To=%2B12025550100&Body=${encodeURIComponent(text).replaceAll('%20', '+')}&NumMedia=0`;

const event = (text: string, more: object = {}): string =>
  JSON.stringify({ event: 'message.received', data: { id: 17, from: '+12025550143', to: '+12025550111', text, ...more } });

const json = event('Your sign-up code is 204 118.').replace('17', '90071992547409934123');
const nested = JSON.stringify({
  type: 'SMS',
  payload: {
    message: 'Grüße aus Köln — bis später! 🌧️',
    sender: { number: '+4922155501234', name: null, verified: true },
    parts: [1, 2, 3].map((part) => ({ part, of: 3, encoding: 'UCS-2', segments: [{ ref: 17, text: `Teil ${part}` }] })),
    tags: [],
    price: 0.0075,
  },
  receivedAt: '2026-03-01T12:00:00Z',
});
const hostile = JSON.stringify({
  event: 'message.received',
  data: {
    from: '<img src=x onerror="document.title=1">',
    text: '<script>document.body.innerHTML="owned"</script> \u001b[31mred\u001b[0m \u202Egnp.exe\u202C zero\u200bwidth \u0000 end',
    __proto__: { polluted: true },
  },
});
const deep = `${'['.repeat(10_000)}1${']'.repeat(10_000)}`;
const bytes = Uint8Array.from({ length: 700 }, (_, index) => (index * 37) % 256);

const accepted = (messageId: string, key: string): Partial<DeliveryView> => ({
  messageId,
  key,
  timings: { verified: 0.41, stored: 1.12, answered: 1.34, notified: 6.8 },
});

const samples: readonly Sample[] = [
  {
    lineId: 'work',
    verdict: 'accepted',
    status: 204,
    before: 3 * minute,
    body: form('And is there a place to leave a bicycle?'),
    more: accepted('m1', 'SM5d1e8a'),
  },
  {
    lineId: 'work',
    verdict: 'duplicate',
    status: 204,
    before: 4 * minute,
    body: form('And is there a place to leave a bicycle?'),
    more: accepted('m1', 'SM5d1e8a'),
  },
  {
    lineId: 'work',
    verdict: 'rejected',
    status: 401,
    before: 12 * minute,
    body: form('You have won a prize. Answer with your address.', 'SMforged'),
    more: { reason: 'signature-wrong', source: '203.0.113.77' },
  },
  { lineId: 'ink', verdict: 'accepted', status: 200, before: 41 * minute, body: json, more: accepted('m2', 'ink:90071992547409934123') },
  { lineId: 'phone', verdict: 'accepted', status: 200, before: 55 * minute, body: nested, more: accepted('m3', 'phone:17') },
  {
    lineId: 'ink',
    verdict: 'not-understood',
    status: 200,
    before: 2 * hour,
    body: '{"event":"contact.updated","data":{"id":17}}',
    more: { reason: 'event-unknown' },
  },
  {
    lineId: 'ink',
    verdict: 'rejected',
    status: 401,
    before: 3 * hour,
    body: hostile,
    more: { reason: 'signature-missing', source: '198.51.100.9' },
  },
  {
    lineId: 'practice',
    verdict: 'accepted',
    status: 200,
    before: 4 * hour,
    body: event('Sent by the lab'),
    more: {
      ...accepted('m4', 'practice:4'),
      origin: 'lab',
      answer: { contentType: 'application/xml', body: '<Response><Message>We are closed until 9.</Message></Response>' },
    },
  },
  {
    lineId: 'phone',
    verdict: 'rejected',
    status: 401,
    before: 5 * hour,
    body: bytes,
    more: { reason: 'signature-malformed', source: '198.51.100.9' },
  },
  {
    lineId: 'phone',
    verdict: 'rejected',
    status: 401,
    before: 6 * hour,
    body: deep,
    more: { reason: 'signature-wrong', source: '198.51.100.9' },
  },
  {
    lineId: 'phone',
    verdict: 'not-understood',
    status: 400,
    before: 9 * hour,
    body: '{"type":"SMS","payload":{',
    more: { reason: 'body-unreadable' },
  },
  { lineId: 'work', verdict: 'rejected', status: 413, before: 20 * hour, body: '', more: { reason: 'body-too-large', bytes: 1_048_576 } },
];

/** What comes again and again, so that there is something to scroll through and a picture of the day. */
const usual: readonly Sample[] = [0, 3, 0, 1, 4, 2, 0, 5].flatMap((index) => samples[index] ?? []);

export function sampleDeliveries(count = 240): DeliveryView[] {
  const busy = Array.from({ length: count - samples.length }, (_, index): Sample => {
    const sample = usual[index % usual.length] ?? samples[0];
    if (sample === undefined) throw new Error('There are no samples');
    // Busier by day, and some days ago at last.
    const back = index < 160 ? (index * index * 3.2 + index * 30) * 1_000 : day + (index - 160) * 25 * minute;
    return { ...sample, before: 5 * minute + back };
  });
  return [...samples, ...busy]
    .sort((one, other) => one.before - other.before)
    .map((sample, index) => sampleDelivery(sample, `d${index + 1}`));
}

function sampleDelivery({ lineId, verdict, status, before, body, more }: Sample, id: string): DeliveryView {
  const whole = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const isForm = typeof body === 'string' && body.startsWith('MessageSid');
  return {
    id,
    lineId,
    receivedAt: new Date(Date.now() - before).toISOString(),
    method: 'POST',
    path: `/hooks/${lineId}xxxxxxxxxxxxxxxxxx`,
    headers: [
      ['Host', 'texts.example.com'],
      ['Content-Type', isForm ? 'application/x-www-form-urlencoded' : 'application/json'],
      [isForm ? 'X-CloudVNO-Signature' : 'X-Webhook-Signature', '••••••••••••'],
      ['Authorization', '••••••••••••'],
      ['User-Agent', 'CloudVNO-Webhook/2.1'],
      ['X-Request-Id', 'b8e6c4f0-5b51-4b0e-9c57-1a1f7b9f7c11'],
      ['Accept', '*/*'],
    ],
    bytes: whole.length,
    source: '203.0.113.5',
    verdict,
    status,
    timings: { verified: 0.38, answered: 0.52 },
    bodyText: typeof body === 'string' ? body : null,
    bodyBase64: base64Of(whole),
    ...more,
  };
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
