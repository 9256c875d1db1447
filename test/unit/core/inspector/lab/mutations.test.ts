import { expect, test } from 'vitest';
import { type LabExpectation, type LabRequest, mutationSchema } from '../../../../../src/contract/lab.ts';
import { createCompose } from '../../../../../src/core/inspector/lab/compose.ts';
import { prepareRequest } from '../../../../../src/core/inspector/lab/prepare.ts';
import type { Endpoint } from '../../../../../src/core/line-book.ts';
import type { Credentials } from '../../../../../src/core/ports.ts';
import type { Line, ProviderName } from '../../../../../src/domain/line.ts';
import { segmentText } from '../../../../../src/domain/segments.ts';
import { provider as providerOf } from '../../../../support/providers.ts';

const bodyLimit = 256 * 1024;
const path = '/hooks/abcdefghijklmnopqrstuv';
const url = `https://texts.example.com${path}`;
const now = Date.parse('2026-03-01T12:00:00.000Z');

const lines: readonly (readonly [name: string, provider: ProviderName, credentials: Credentials, hasMedia: boolean])[] = [
  ['CloudVNO', 'cloudvno', { authToken: 'token' }, true],
  ['ReceiveSMS.ink', 'receivesms-ink', { webhookSecret: 'secret' }, false],
  ['Mobile API Connect', 'mobile-api-connect', { webhookSecret: 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0' }, false],
  ['CloudSpire with an Auth Header', 'cloudspire', { authHeader: 'Bearer opensesame' }, true],
  ['CloudSpire without one', 'cloudspire', {}, true],
  ['the practice line', 'practice', { secret: 'practice secret' }, false],
];

function lab(name: ProviderName, credentials: Credentials) {
  const provider = providerOf(name);
  const line: Line = {
    id: 'l_1',
    provider: name,
    label: 'Line',
    number: '+12025550100',
    webhookPath: path,
    publicUrls: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const endpoint: Endpoint = { line, provider, credentials, urls: [url, `http://127.0.0.1:7777${path}`] };
  let tokens = 0;
  const compose = createCompose({
    lines: {
      active: (id) => (id === line.id ? line : undefined),
      endpointAt: () => endpoint,
      localUrl: () => `http://127.0.0.1:7777${path}`,
    },
    deliveries: noDeliveries,
    clock: { now: () => now, monotonic: () => 0, after: () => () => undefined },
    random: {
      token(bytes) {
        tokens += 1;
        return `token${tokens}`.padEnd(bytes, '-');
      },
      fraction: () => 0.5,
    },
    publicBase: () => 'https://texts.example.com',
    bodyLimit,
  });
  const known = new Set<string>();
  /** What the receiver makes of it, by the provider's own reading. */
  const judge = async (request: LabRequest): Promise<LabExpectation> => {
    const prepared = await prepareRequest(request, 0, { endpoint, deliveries: noDeliveries });
    if (!prepared.ok) throw new Error(prepared.error.message);
    const { headers, body } = prepared.value;
    if (body.byteLength > bodyLimit) return { status: 413, verdict: 'rejected' };
    const received = { method: 'POST', path, headers, body, source: '127.0.0.1', arrivedAt: new Date(now).toISOString() };
    if (!provider.verify(received, { credentials, urls: endpoint.urls }).ok) return { status: 401, verdict: 'rejected' };
    const parsed = provider.parse(received);
    const { status } = provider.answer();
    if (parsed.kind !== 'text') return { status, verdict: 'not-understood' };
    const verdict = known.has(parsed.text.key) ? 'duplicate' : 'accepted';
    known.add(parsed.text.key);
    return { status, verdict };
  };
  return { provider, compose, judge, endpoint };
}

const noDeliveries = { get: async () => undefined };

async function drafted(name: ProviderName, credentials: Credentials, input: Parameters<ReturnType<typeof lab>['compose']>[0]) {
  const made = lab(name, credentials);
  const answer = await made.compose(input);
  if (!answer.ok) throw new Error(answer.error.message);
  const draft = answer.value;
  const texts = [];
  for (const request of draft.requests) {
    const prepared = await prepareRequest(request, 0, { endpoint: made.endpoint, deliveries: noDeliveries });
    if (!prepared.ok) throw new Error(prepared.error.message);
    const parsed = made.provider.parse({ method: 'POST', path, source: '', arrivedAt: '', ...prepared.value });
    if (parsed.kind === 'text') texts.push(parsed.text);
  }
  return { draft, texts };
}

for (const [title, name, credentials, hasMedia] of lines) {
  test(`${title}: what is said to be expected of each draft is what comes of it`, async () => {
    for (const mutation of [undefined, ...mutationSchema.options]) {
      const { compose, judge } = lab(name, credentials);
      const answer = await compose({ lineId: 'l_1', ...(mutation && { mutation }) });
      if (!answer.ok) {
        const code = mutation === 'stale' ? 'lab-no-time' : 'media-not-supported';
        const isMissing = mutation === 'stale' ? !lab(name, credentials).provider.wire.carriesTime : !hasMedia;
        expect([mutation, answer.error.code, isMissing]).toEqual([mutation, code, true]);
        continue;
      }
      const { requests, expected, mutations } = answer.value;
      if (mutation !== undefined) expect(mutations).toContain(mutation);
      const judged = [];
      for (const request of requests) judged.push(await judge(request));
      expect([mutation, judged]).toEqual([mutation, expected]);
    }
  });

  test(`${title}: ${hasMedia ? 'attachments can be tried' : 'attachments are not offered, and refused when asked for'}`, async () => {
    const { compose } = lab(name, credentials);
    const sample = await compose({ lineId: 'l_1' });
    expect(sample.ok && sample.value.mutations.includes('three-attachments')).toBe(hasMedia);
    const three = await compose({ lineId: 'l_1', mutation: 'three-attachments' });
    expect(three.ok).toBe(hasMedia);
    const own = await compose({ lineId: 'l_1', mediaUrls: ['https://media.example.com/1.jpg'] });
    expect(own.ok).toBe(hasMedia);
  });

  test(`${title}: the long text is ten segments, and none of them is lost or changed on the way`, async () => {
    const { texts } = await drafted(name, credentials, { lineId: 'l_1', mutation: 'ten-segments' });
    expect(segmentText(texts[0]?.body ?? '')).toMatchObject({ encoding: 'GSM-7', count: 10 });
  });

  test(`${title}: a burst is five texts, and not in the order in which they were written`, async () => {
    const { draft, texts } = await drafted(name, credentials, { lineId: 'l_1', mutation: 'reordered-burst' });
    expect(draft.together).toBe(true);
    expect(new Set(texts.map(({ key }) => key)).size).toBe(5);
    const times = texts.flatMap(({ providerAt }) => providerAt ?? []);
    if (lab(name, credentials).provider.wire.carriesTime) expect(times).not.toEqual(times.toSorted());
    else expect(times).toEqual([]);
  });

  test(`${title}: the large body is exactly 1 MiB`, async () => {
    const { draft } = await drafted(name, credentials, { lineId: 'l_1', mutation: 'body-1-mib' });
    const body = draft.requests[0]?.body;
    expect(body?.kind === 'text' && Buffer.byteLength(body.text)).toBe(1_048_576);
  });
}

test('emoji of several characters and words in both directions arrive as they were written', async () => {
  const emoji = await drafted('cloudvno', { authToken: 'token' }, { lineId: 'l_1', mutation: 'emoji' });
  expect(emoji.texts[0]?.body).toMatch(/\u200d/u);
  expect(emoji.texts[0]?.body).toMatch(/\p{Regional_Indicator}{2}/u);
  expect(emoji.texts[0]?.body).toMatch(/\p{Emoji_Modifier}/u);
  const words = await drafted('receivesms-ink', { webhookSecret: 's' }, { lineId: 'l_1', mutation: 'right-to-left' });
  expect(words.texts[0]?.body).toMatch(/\p{Script=Hebrew}/u);
  expect(words.texts[0]?.body).toMatch(/\p{Script=Arabic}/u);
});

test('what is late says so, three days', async () => {
  const { texts } = await drafted('receivesms-ink', { webhookSecret: 's' }, { lineId: 'l_1', mutation: 'stale' });
  expect(texts[0]?.providerAt).toBe('2026-02-26T12:00:00.000Z');
});

test('an attachment that is missing is looked for where our own address answers 404', async () => {
  const { texts } = await drafted('cloudvno', { authToken: 'token' }, { lineId: 'l_1', mutation: 'media-missing' });
  expect(texts[0]?.mediaUrls).toEqual(['https://texts.example.com/no-such-picture.jpg']);
  const three = await drafted('cloudvno', { authToken: 'token' }, { lineId: 'l_1', mutation: 'three-attachments' });
  expect(three.texts[0]?.mediaUrls).toHaveLength(3);
});

test('what is said of the text stands in the sample', async () => {
  const input = { lineId: 'l_1', from: '72345', body: 'A & B = "ü"', mediaUrls: ['https://media.example.com/1.jpg'] };
  const { texts } = await drafted('cloudvno', { authToken: 'token' }, input);
  expect(texts).toMatchObject([{ from: '72345', body: 'A & B = "ü"', mediaUrls: ['https://media.example.com/1.jpg'] }]);
});

test('a line whose secret is missing or cannot be read, and a body that cannot be signed, are refused in words', async () => {
  const { endpoint } = lab('cloudvno', { authToken: 'token' });
  const request: LabRequest = { headers: [], body: { kind: 'base64', base64: Buffer.from('Body=%FF').toString('base64') }, sign: 'line' };
  const codeFor = async (changes: Partial<Endpoint>): Promise<string | undefined> => {
    const prepared = await prepareRequest(request, 0, { endpoint: { ...endpoint, ...changes }, deliveries: noDeliveries });
    return prepared.ok ? undefined : prepared.error.code;
  };
  expect(await codeFor({})).toBe('lab-not-signable');
  expect(await codeFor({ credentials: {} })).toBe('lab-no-secret');
  expect(await codeFor({ credentials: undefined })).toBe('vault-unavailable');
});
