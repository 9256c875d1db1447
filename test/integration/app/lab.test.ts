import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type LabRequest, mutationSchema } from '../../../src/contract/lab.ts';
import type { MethodInput } from '../../../src/contract/methods.ts';
import { eventually } from '../../support/eventually.ts';
import { forwarder } from '../../support/forwarder.ts';
import { type RecordedRequest, recordingServer } from '../../support/recording-server.ts';
import { cloudSpire, cloudVno, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';

const lineInputs: Readonly<Record<string, MethodInput<'lines.create'>>> = {
  cloudvno: { provider: 'cloudvno', label: 'Cloud', number: '+12025550101', credentials: { authToken: 'token' } },
  ink: { provider: 'receivesms-ink', label: 'Ink', number: '+12025550102', credentials: { webhookSecret: secret } },
  phone: { provider: 'mobile-api-connect', label: 'Phone', number: '+12025550103', credentials: { webhookSecret: 'whsec_dGVzdA==' } },
  spire: { provider: 'cloudspire', label: 'Spire', number: '+12025550104', credentials: { authHeader: 'Bearer opensesame' } },
};

function addLine(app: TestApp, name: keyof typeof lineInputs) {
  const input = lineInputs[name];
  if (input === undefined) throw new Error(`There is no line ${name}`);
  return app.call('lines.create', input);
}

async function throughForwarder(app: TestApp) {
  const proxy = await forwarder();
  onTestFinished(() => proxy.close());
  proxy.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: proxy.url });
  return proxy;
}

/** Everything a window, a restart or another delivery could notice, but for the time. */
async function allThatIsKept(app: TestApp) {
  const { revision: _revision, ...snapshot } = await app.call('state.snapshot', {});
  const deliveries = await app.call('deliveries.list', {});
  const history = await app.call('reception.history', { days: 1 });
  const folder = join(app.dataFolder, 'store');
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('alive'),
  );
  const files = await Promise.all(
    entries.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return [join(parentPath, name), createHash('sha256').update(bytes).digest('hex')];
    }),
  );
  return {
    snapshot: { ...snapshot, tunnel: snapshot.tunnel.reception },
    deliveries,
    gaps: history.gaps,
    notices: app.events.filter(({ kind }) => kind === 'notice'),
    files: Object.fromEntries(files),
  };
}

function signedRequest(body: string, more: Partial<LabRequest> = {}): LabRequest {
  return { headers: [['Content-Type', 'application/json']], body: { kind: 'text', text: body }, sign: 'line', ...more };
}

for (const via of ['loopback', 'public'] as const) {
  test(`every mutation meets what is expected of it in a throwaway inbox, through ${via}, and leaves nothing behind`, async () => {
    const app = await testApp();
    await throughForwarder(app);
    const lines = [];
    for (const name of Object.keys(lineInputs)) lines.push(await addLine(app, name));
    // Nobody reaches the practice line from outside.
    if (via === 'loopback') lines.push(...(await app.call('lines.list', {})).items.filter(({ provider }) => provider === 'practice'));
    await app.call('reception.check', {});
    const before = await allThatIsKept(app);

    for (const line of lines) {
      const { mutations } = await app.call('deliveries.compose', { lineId: line.id });
      expect(mutations.length).toBeGreaterThanOrEqual(mutationSchema.options.length - 2);
      for (const mutation of mutations) {
        const { requests, expected, together } = await app.call('deliveries.compose', { lineId: line.id, mutation });
        const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, together, via });
        expect([mutation, results.map(({ status, verdict }) => ({ status, verdict }))]).toEqual([mutation, expected]);
        expect(results.every(({ deliveryId, messageId }) => deliveryId === undefined && messageId === undefined)).toBe(true);
        expect(results.every(({ tookMs }) => tookMs > 0)).toBe(true);
      }
    }
    expect(await allThatIsKept(app)).toEqual(before);
  });
}

test('what the real inbox has already does not matter to a throwaway one, and the other way round', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const { requests } = await app.call('deliveries.compose', { lineId: line.id, body: 'Hello' });
  const replay = async (into: 'inbox' | 'throwaway') => {
    const { results } = await app.call('deliveries.replay', { lineId: line.id, requests: [...requests, ...requests], into });
    return results.map(({ verdict }) => verdict);
  };
  expect(await replay('throwaway')).toEqual(['accepted', 'duplicate']);
  expect(await replay('throwaway')).toEqual(['accepted', 'duplicate']);
  expect(await replay('inbox')).toEqual(['accepted', 'duplicate']);
  expect(await replay('throwaway')).toEqual(['accepted', 'duplicate']);
  expect(await replay('inbox')).toEqual(['duplicate', 'duplicate']);
});

test('the real inbox stores what comes from the lab, says where it is from, and the line does not count it', async () => {
  const app = await testApp();
  const line = await addLine(app, 'cloudvno');
  const { requests } = await app.call('deliveries.compose', { lineId: line.id, from: '+12025550177', body: 'From the lab' });
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, into: 'inbox' });
  const [result] = results;
  expect(result).toMatchObject({ status: 204, verdict: 'accepted', text: { from: '+12025550177', body: 'From the lab', media: 0 } });
  const message = await app.call('messages.get', { id: result?.messageId ?? '' });
  expect(message).toMatchObject({ body: 'From the lab', deliveryId: result?.deliveryId });
  const delivery = await app.call('deliveries.get', { id: result?.deliveryId ?? '' });
  expect(delivery).toMatchObject({ origin: 'lab', verdict: 'accepted', key: result?.key });
  expect(delivery.headers.map(([name]) => name)).not.toContain('X-Texttray-Lab');
  await eventually('the text is announced', () => app.events.some((event) => event.kind === 'notice'));

  const lastDelivery = async (of: TestApp) => (await of.call('lines.list', {})).items.find(({ id }) => id === line.id)?.lastDelivery;
  expect(await lastDelivery(app)).toBeNull();
  await app.close();
  const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
  expect(await lastDelivery(again)).toBeNull();
  expect((await again.call('deliveries.list', {})).items).toMatchObject([{ origin: 'lab' }]);
});

test('what is refused in the real inbox is kept with its reason, also when it is too large', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const requests: LabRequest[] = [];
  for (const mutation of ['bad-signature', 'missing-header', 'unknown-event', 'body-1-mib'] as const) {
    requests.push(...(await app.call('deliveries.compose', { lineId: line.id, mutation })).requests);
  }
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, into: 'inbox' });
  expect(results.map(({ status, verdict, reason }) => [status, verdict, reason])).toEqual([
    [401, 'rejected', 'signature-wrong'],
    [401, 'rejected', 'signature-missing'],
    [204, 'not-understood', 'event-unknown'],
    [413, 'rejected', 'body-too-large'],
  ]);
  for (const { deliveryId, reason } of results) {
    expect(await app.call('deliveries.get', { id: deliveryId ?? '' })).toMatchObject({ reason, origin: 'lab' });
  }
});

test('twenty at once come back in the order in which they were given', async () => {
  const app = await testApp();
  const line = await addLine(app, 'phone');
  const requests: LabRequest[] = [];
  for (let index = 0; index < 20; index += 1) {
    const bad = index % 3 === 0 ? { mutation: 'bad-signature' as const } : { body: `Text ${index}` };
    requests.push(...(await app.call('deliveries.compose', { lineId: line.id, ...bad })).requests);
  }
  for (const into of ['throwaway', 'inbox'] as const) {
    const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, together: true, into });
    expect(results.map(({ text, status }) => text?.body ?? status)).toEqual(
      requests.map((_, index) => (index % 3 === 0 ? 401 : `Text ${index}`)),
    );
  }
  expect((await app.call('deliveries.list', {})).items).toHaveLength(20);
});

test('refusals of the lab leave room in the list for the refusals of others', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const { requests } = await app.call('deliveries.compose', { lineId: line.id, mutation: 'bad-signature' });
  const twenty = Array.from({ length: 20 }, () => requests[0]).filter((request) => request !== undefined);
  for (let run = 0; run < 26; run += 1) {
    await app.call('deliveries.replay', { lineId: line.id, requests: twenty, together: true, into: 'inbox' });
  }
  const forged = await app.deliver(line, receiveSmsInk('another secret', { id: 1, from: '+14155551234', text: 'Forged' }));
  expect(forged.status).toBe(401);
  const { items } = await app.call('deliveries.list', { limit: 1 });
  expect(items).toMatchObject([{ verdict: 'rejected', reason: 'signature-wrong' }]);
  expect(items[0]?.origin).toBeUndefined();
});

test('a header of the lab that somebody makes up means nothing', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const signed = receiveSmsInk(secret, { id: 5, from: '+14155551234', text: 'Genuine' });
  const made = { ...signed, headers: { ...signed.headers, 'x-texttray-lab': 'A'.repeat(32) } };
  expect((await app.deliver(line, made)).status).toBe(204);
  const [item] = (await app.call('deliveries.list', {})).items;
  expect(item).toMatchObject({ verdict: 'accepted' });
  expect(item?.origin).toBeUndefined();
  const shown = await app.call('deliveries.get', { id: item?.id ?? '' });
  expect(shown.headers.map(([name]) => name.toLowerCase())).toContain('x-texttray-lab');
});

test('a throwaway path answers to nobody else, and the token of a request works once', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const outside = await recordingServer();
  onTestFinished(() => outside.close());
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: outside.url });
  const { requests } = await app.call('deliveries.compose', { lineId: line.id });
  const held = outside.hold();
  const running = app.call('deliveries.replay', { lineId: line.id, requests, via: 'public' });
  const seen = await eventually('the request is on its way', () => outside.requests.find(isFromLab));
  expect(seen.path).not.toBe(line.webhookPath);
  const post = (headers: Record<string, string>, path = seen.path) =>
    fetch(`${app.receiverUrl}${path}`, { method: 'POST', headers, body: seen.body });
  const token = seen.headers['x-texttray-lab'] ?? '';
  const proof = { 'x-webhook-signature': seen.headers['x-webhook-signature'] ?? '' };
  expect((await post(proof)).status).toBe(404);
  expect((await post({ ...proof, 'x-texttray-lab': `${token}A` })).status).toBe(404);
  // The token was made for one path: at the line's own it makes nothing the lab's.
  expect((await post({ ...proof, 'x-texttray-lab': token }, line.webhookPath)).status).toBe(204);
  expect((await app.call('deliveries.list', {})).items.map(({ origin }) => origin)).toEqual([undefined]);
  expect((await post({ ...proof, 'x-texttray-lab': token })).status).toBe(204);
  expect((await post({ ...proof, 'x-texttray-lab': token })).status).toBe(404);
  held.answer({ status: 204 });
  await running;
  expect((await post({ ...proof, 'x-texttray-lab': token })).status).toBe(404);
});

test('a captured delivery that is sent again as it is has the same bytes', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const outside = await recordingServer();
  onTestFinished(() => outside.close());
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: outside.url });
  const body = Buffer.from([0, 255, 10, 13, 128, 0xc3, 0x28, 34]);
  const head = [
    `POST ${line.webhookPath}?b=%7e&a=+1 HTTP/1.1`,
    `hOST: ${new URL(outside.url).host}`,
    'X-Odd-Case: Ünüsual',
    `content-length: ${body.length}`,
    'x-odd-case: again',
    'X-Webhook-Signature: sha256=0011',
    'X-Empty: ',
    'Set-Cookie: a=b',
    'CONNECTION: close',
  ];
  const sent = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
  await post(app.receiverUrl, sent);
  const [item] = await eventually('it is listed', async () => {
    const { items } = await app.call('deliveries.list', {});
    return items.length > 0 && items;
  });
  const draft = await app.call('deliveries.compose', { lineId: line.id, deliveryId: item?.id ?? '' });
  expect(draft.requests[0]?.headers.find(([name]) => name === 'X-Webhook-Signature')?.[1]).toMatch(/^•+$/);
  await app.call('deliveries.replay', { lineId: line.id, requests: draft.requests, via: 'public', into: 'inbox' });
  const again = outside.requests.find(({ path }) => path.startsWith(line.webhookPath))?.raw;
  expect(again?.toString('latin1').replace(/X-Texttray-Lab: [\w-]+\r\n/, '')).toBe(sent.toString('latin1'));
});

test('an Authorization that is never kept is the line’s own where the delivery was taken, and asked for where it was not', async () => {
  const app = await testApp();
  const line = await addLine(app, 'spire');
  const text = { from: '+17705551234', text: 'Hi' };
  await app.deliver(line, cloudSpire('Bearer opensesame', text));
  await app.deliver(line, cloudSpire('Bearer wrong', text));
  const { items } = await app.call('deliveries.list', {});
  const draftOf = async (verdict: string) => {
    const id = items.find((item) => item.verdict === verdict)?.id ?? '';
    return (await app.call('deliveries.compose', { lineId: line.id, deliveryId: id })).requests;
  };
  const taken = await draftOf('accepted');
  expect(JSON.stringify(taken)).not.toContain('opensesame');
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests: taken });
  expect(results).toMatchObject([{ status: 200, verdict: 'accepted' }]);
  const refused = await draftOf('rejected');
  const failure = await app.refusal('deliveries.replay', { lineId: line.id, requests: refused });
  expect(failure).toMatchObject({ code: 'invalid-input', fields: { [Object.keys(failure.fields ?? {})[0] ?? '']: failure.message } });
  expect(Object.keys(failure.fields ?? {})).toEqual([
    `requests.0.headers.${refused[0]?.headers.findIndex(([name]) => name.toLowerCase() === 'authorization')}`,
  ]);
  const signed = refused.map((request) => ({ ...request, sign: 'line' as const }));
  const again = await app.call('deliveries.replay', { lineId: line.id, requests: signed });
  expect(again.results).toMatchObject([{ status: 200, verdict: 'accepted' }]);
});

test('a captured delivery is refused again as it is, and taken when it is signed for the line', async () => {
  const app = await testApp();
  const line = await addLine(app, 'cloudvno');
  const params = { MessageSid: 'SM1', From: '+14155551234', To: '+12025550101', Body: 'Hello', NumMedia: '0' };
  await app.deliver(line, cloudVno('token', 'https://old.example.com/hooks/x', params));
  const [item] = (await app.call('deliveries.list', {})).items;
  const { requests } = await app.call('deliveries.compose', { lineId: line.id, deliveryId: item?.id ?? '' });
  const asIs = await app.call('deliveries.replay', { lineId: line.id, requests });
  expect(asIs.results).toMatchObject([{ status: 401, verdict: 'rejected', reason: 'signature-wrong' }]);
  const signed = await app.call('deliveries.replay', { lineId: line.id, requests: requests.map((each) => ({ ...each, sign: 'line' })) });
  expect(signed.results).toMatchObject([{ status: 204, verdict: 'accepted', key: 'sid:SM1' }]);
});

test('through the public address it goes only where there is one', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const requests = [signedRequest('{}')];
  expect((await app.refusal('deliveries.replay', { lineId: line.id, requests, via: 'public' })).code).toBe('lab-not-public');
  const proxy = await throughForwarder(app);
  expect((await app.call('deliveries.replay', { lineId: line.id, requests, via: 'public' })).results).toMatchObject([{ status: 204 }]);
  proxy.leadTo(undefined);
  const broken = await app.call('deliveries.replay', { lineId: line.id, requests, via: 'public', into: 'inbox' });
  expect(broken.results).toMatchObject([{ status: 502, verdict: null, answer: { body: '<h1>A page</h1>' } }]);
  proxy.showOwnPage();
  const page = await app.call('deliveries.replay', { lineId: line.id, requests, via: 'public' });
  expect(page.results).toMatchObject([{ status: 200, verdict: null, answer: { contentType: 'text/html', body: '<h1>A page</h1>' } }]);
  const practice = (await app.call('lines.list', {})).items.find(({ provider }) => provider === 'practice');
  expect((await app.refusal('deliveries.replay', { lineId: practice?.id ?? '', requests, via: 'public' })).code).toBe('lab-not-public');
});

test('an address that does not answer is asked once, not for each request', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const proxy = await throughForwarder(app);
  await proxy.close();
  const requests = [signedRequest('{}'), signedRequest('{"a":1}')];
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, via: 'public' });
  expect(results).toMatchObject([{ status: null }, { status: null, failure: 'It was not sent: the one before got no answer.' }]);
  expect(results[0]?.failure).not.toBe(results[1]?.failure);
});

test('what the lab sends through the public address proves nothing about where the provider points', async () => {
  const app = await testApp();
  const [tried, used] = [await addLine(app, 'ink'), await addLine(app, 'ink')];
  await throughForwarder(app);
  const viewOf = async ({ id }: { id: string }) => (await app.call('lines.list', {})).items.find((line) => line.id === id);
  const before = (await viewOf(tried))?.registration;
  const { requests } = await app.call('deliveries.compose', { lineId: tried.id });
  const { results } = await app.call('deliveries.replay', { lineId: tried.id, requests, via: 'public', into: 'inbox' });
  expect(results).toMatchObject([{ verdict: 'accepted' }]);
  // A genuine one of another line came after it: once that is written down, so would be what came before.
  const signed = receiveSmsInk(secret, { id: 9, from: '+14155551234', text: 'Genuine' });
  await fetch((await viewOf(used))?.webhookUrl ?? '', { method: 'POST', headers: signed.headers, body: signed.body });
  await eventually('the genuine one proves it', async () => (await viewOf(used))?.registration?.state === 'here');
  expect((await viewOf(tried))?.registration).toEqual(before);
});

test('no rule answers a text in a throwaway inbox', async () => {
  const app = await testApp();
  const line = await addLine(app, 'cloudvno');
  await app.call('rules.save', { name: 'Away', enabled: true, condition: {}, actions: [{ do: 'answer', body: 'I am away' }] });
  const { requests } = await app.call('deliveries.compose', { lineId: line.id });
  const thrown = await app.call('deliveries.replay', { lineId: line.id, requests });
  expect(thrown.results).toMatchObject([{ status: 204, verdict: 'accepted' }]);
  const real = await app.call('deliveries.replay', { lineId: line.id, requests, into: 'inbox' });
  expect(real.results).toMatchObject([{ status: 200, answer: { body: expect.stringContaining('I am away') } }]);
});

test('what arrives after nobody waited for it any more is still the lab’s', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const outside = await recordingServer();
  onTestFinished(() => outside.close());
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: outside.url });
  outside.breakOff();
  const { requests } = await app.call('deliveries.compose', { lineId: line.id });
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests, via: 'public', into: 'inbox' });
  expect(results).toMatchObject([{ status: null, verdict: null, failure: expect.any(String) }]);
  const sent = outside.requests.find(isFromLab);
  await post(app.receiverUrl, sent?.raw ?? Buffer.alloc(0));
  const { items } = await app.call('deliveries.list', {});
  expect(items).toMatchObject([{ verdict: 'accepted', origin: 'lab' }]);
});

test('while receiving is paused a throwaway inbox still judges, and the real one says that it is paused', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  await app.call('reception.pause', {});
  const { requests } = await app.call('deliveries.compose', { lineId: line.id });
  const verdicts = async (into: 'throwaway' | 'inbox') =>
    (await app.call('deliveries.replay', { lineId: line.id, requests, into })).results;
  expect(await verdicts('throwaway')).toMatchObject([{ status: 204, verdict: 'accepted' }]);
  expect(await verdicts('inbox')).toMatchObject([{ status: 503, verdict: 'rejected', reason: 'paused' }]);
});

test('headers that cannot be sent are named, and nothing is sent', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const good = signedRequest('{}');
  const bad = signedRequest('{}', {
    headers: [
      ['X-Fine', '1'],
      ['X-Bad', 'a\r\nX-More: b'],
    ],
  });
  const failure = await app.refusal('deliveries.replay', { lineId: line.id, requests: [good, bad], into: 'inbox' });
  expect(Object.keys(failure.fields ?? {})).toEqual(['requests.1.headers.1']);
  expect((await app.call('deliveries.list', {})).items).toEqual([]);
});

test('the app closes in the middle of a run, and what was under way says so', async () => {
  const app = await testApp();
  const line = await addLine(app, 'ink');
  const outside = await recordingServer();
  onTestFinished(() => outside.close());
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: outside.url });
  outside.hold();
  const requests = [signedRequest('{}'), signedRequest('{}')];
  const running = app.call('deliveries.replay', { lineId: line.id, requests, via: 'public' });
  await eventually('it is under way', () => outside.requests.some(isFromLab));
  await app.close();
  const { results } = await running;
  expect(results).toMatchObject([
    { status: null, verdict: null, failure: 'Texttray was closed before the answer came.' },
    { status: null, verdict: null, failure: 'Texttray was closed before the answer came.' },
  ]);
  expect(app.logged.filter(({ level }) => level === 'bug' || level === 'error')).toEqual([]);
});

const isFromLab = ({ headers }: RecordedRequest): boolean => headers['x-texttray-lab'] !== undefined;

/** Writes these bytes to a server and waits for the end of its answer. */
function post(url: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.resume();
    socket.write(bytes);
  });
}
