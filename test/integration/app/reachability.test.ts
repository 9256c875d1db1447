import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import type { Clock } from '../../../src/core/ports.ts';
import { eventually } from '../../support/eventually.ts';
import { type Forwarder, forwarder } from '../../support/forwarder.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { shiftedClock } from '../../support/shifted-clock.ts';
import { cloudVno, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const peer = '+14155551234';
const hour = 3_600_000;

async function proxy(): Promise<Forwarder> {
  const server = await forwarder();
  onTestFinished(() => server.close());
  return server;
}

async function provider(): Promise<RecordingServer> {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  return server;
}

function reception(app: TestApp, wanted: string) {
  return eventually(`reception is ${wanted}`, async () => {
    const status = await app.call('tunnel.status', {});
    return status.reception === wanted && status;
  });
}

async function reachable(options: Parameters<typeof testApp>[0] = {}): Promise<{ app: TestApp; way: Forwarder }> {
  const way = await proxy();
  const app = await testApp(options);
  way.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: way.url });
  await reception(app, 'receiving');
  return { app, way };
}

function cloudLine(app: TestApp, apiBaseUrl: string) {
  const credentials = { authToken: 'token', apiKey: 'key', apiBaseUrl };
  return app.call('lines.create', { provider: 'cloudvno', label: 'Cloud', number: '+12125559876', credentials });
}

const params = (sid: string, body: string) => ({ MessageSid: sid, From: peer, To: '+12125559876', Body: body, NumMedia: '0' });

test('only an answer through the public address makes it receiving', async () => {
  const { app, way } = await reachable();
  const status = await app.call('tunnel.status', {});
  expect(status.roundTripMs).toBeGreaterThan(0);
  expect(status.checkedAt).not.toBeNull();

  way.showOwnPage();
  const line = await cloudLine(app, 'http://127.0.0.1:1');
  const failed = await app.call('lines.test', { id: line.id });
  expect(failed.reachable).toBe(false);
  expect(failed.steps.map(({ name, state }) => [name, state])).toEqual([
    ['receiver', 'passed'],
    ['public', 'failed'],
  ]);
  expect(failed.steps[1]?.message).toMatch(/something else answers/i);

  way.leadTo(undefined);
  expect((await app.call('lines.test', { id: line.id })).steps[1]?.message).toMatch(/cannot reach Texttray/);
  way.leadTo(app.receiverUrl);
  expect((await app.call('lines.test', { id: line.id })).reachable).toBe(true);
});

test('the way can be proven at once, without waiting for its turn', async () => {
  const { app, way } = await reachable();
  way.leadTo(undefined);
  expect(await app.call('reception.check', {})).toMatchObject({ reception: 'not-reachable', roundTripMs: null });
  way.leadTo(app.receiverUrl);
  expect((await app.call('reception.check', {})).reception).toBe('receiving');
});

test('while paused providers are asked to come again, the state says so, and it stays so over a restart', async () => {
  const { app, way } = await reachable();
  const line = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
  const signed = receiveSmsInk('s', { id: 1, from: peer, text: 'Hello' });
  expect((await app.call('reception.pause', {})).reception).toBe('paused');
  const answer = await app.deliver(line, signed);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).not.toBeNull();
  const { items } = await app.call('deliveries.list', {});
  expect(items).toMatchObject([{ verdict: 'rejected', reason: 'paused', status: 503 }]);
  await app.close();

  const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
  way.leadTo(again.receiverUrl);
  expect((await again.call('tunnel.status', {})).reception).toBe('paused');
  await again.call('reception.resume', {});
  await reception(again, 'receiving');
  expect((await again.deliver(line, signed)).status).toBe(204);
});

test('after three hours away five texts are fetched, two of them come again by webhook, and each is there once', async () => {
  const { app, way } = await reachable();
  const server = await provider();
  server.answer({ status: 200, body: { messages: [] } });
  const line = await cloudLine(app, server.url);
  await app.close();

  const start = Date.now();
  const listed = Array.from({ length: 5 }, (_, index) => ({
    sid: `SM${index}`,
    from: peer,
    to: '+12125559876',
    body: `Missed ${index}`,
    direction: 'inbound',
    date_sent: new Date(start + (index + 1) * 600_000).toISOString(),
  }));
  server.answer({ status: 200, body: { messages: listed.toReversed(), next_page_uri: null } });
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(3 * hour) });
  way.leadTo(back.receiverUrl);
  await reception(back, 'receiving');
  await eventually('the five were fetched', async () => (await back.call('conversations.list', {})).items[0]?.count === 5);

  const url = (await back.call('lines.list', {})).items.find(({ id }) => id === line.id)?.webhookUrl ?? '';
  for (const index of [1, 3]) {
    expect((await back.deliver(line, cloudVno('token', url, params(`SM${index}`, `Missed ${index}`)))).status).toBe(204);
  }
  const { items } = await back.call('conversations.list', {});
  expect(items).toMatchObject([{ count: 5, unread: 5 }]);
  const thread = await back.call('messages.list', { conversationId: items[0]?.id ?? '' });
  expect(thread.items.map(({ body, recovered }) => [body, recovered])).toEqual(listed.map(({ body }) => [body, true]));

  const history = await eventually('the gap is accounted for', async () => {
    const { gaps } = await back.call('reception.history', { days: 1 });
    const outcome = gaps[0]?.lines.find(({ lineId }) => lineId === line.id)?.outcome;
    return outcome?.kind === 'checked' && { gaps, outcome };
  });
  expect(history.outcome).toMatchObject({ recovered: 5 });
  expect(history.gaps[0]?.causes).toContain('closed');
  const notices = await eventually('it is announced', () => {
    const told = back.events.filter((event) => event.kind === 'notice');
    return told.length > 0 && told;
  });
  expect(notices).toMatchObject([{ title: '5 texts recovered' }]);
});

test("one line's failure to be asked does not stop another's catch-up", async () => {
  const { app, way } = await reachable();
  const [good, bad] = [await provider(), await provider()];
  good.answer({ status: 200, body: { messages: [] } });
  bad.answer({ status: 401, body: { error: { code: 'unauthorized', message: 'x', param: null, doc_url: '' } } });
  const goodLine = await cloudLine(app, good.url);
  const badLine = await cloudLine(app, bad.url);
  await app.close();
  good.answer({ status: 200, body: { messages: [{ sid: 'SM1', from: peer, to: '+12125559876', body: 'Missed', direction: 'inbound' }] } });
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(3 * hour) });
  way.leadTo(back.receiverUrl);
  const outcomes = await eventually('both lines have their outcome', async () => {
    const { gaps } = await back.call('reception.history', { days: 1 });
    const kinds = Object.fromEntries((gaps[0]?.lines ?? []).map(({ lineId, outcome }) => [lineId, outcome.kind]));
    return kinds[goodLine.id] === 'checked' && kinds[badLine.id] === 'failed' && kinds;
  });
  expect(outcomes[goodLine.id]).toBe('checked');
  expect((await back.call('conversations.list', {})).items).toMatchObject([{ count: 1 }]);
});

test('a gap shorter than the retries of the provider lost nothing, and one that cannot be checked says so', async () => {
  const { app, way } = await reachable();
  const server = await provider();
  const line = await cloudLine(app, server.url);
  const ink = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
  await app.close();
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(10 * 60_000) });
  way.leadTo(back.receiverUrl);
  await reception(back, 'receiving');
  const { gaps, spans } = await back.call('reception.history', { days: 1 });
  const kinds = Object.fromEntries((gaps[0]?.lines ?? []).map(({ lineId, outcome }) => [lineId, outcome]));
  expect(kinds[line.id]).toEqual({ kind: 'nothing-lost', retryMinutes: 30 });
  expect(kinds[ink.id]).toEqual({ kind: 'cannot-check' });
  expect(spans.map(({ state }) => state)).toEqual(expect.arrayContaining(['receiving', 'closed']));
  expect(server.requests.filter(({ path }) => path.startsWith('/v1/messages'))).toEqual([]);
});

test('a line that was removed is not accounted for any more', async () => {
  const { app, way } = await reachable();
  const credentials = { webhookSecret: 's' };
  const line = await app.call('lines.create', { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials });
  await app.close();
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(hour) });
  way.leadTo(back.receiverUrl);
  await reception(back, 'receiving');
  const concerned = async () => (await back.call('reception.history', { days: 1 })).gaps[0]?.lines.map(({ lineId }) => lineId);
  expect(await concerned()).toEqual([line.id]);
  await back.call('lines.remove', { id: line.id });
  expect(await concerned()).toEqual([]);
});

test('a new public address is told to the provider that documents how, and both addresses stay accepted', async () => {
  const { app } = await reachable();
  const server = await provider();
  server.answer({ status: 200, body: {} });
  const credentials = { webhookSecret: 'whsec_dGVzdHRlc3R0ZXN0', apiKey: 'sk_live_x', apiBaseUrl: server.url };
  const line = await app.call('lines.create', { provider: 'mobile-api-connect', label: 'Phone', number: '+911234500000', credentials });
  await eventually('the first address was told', () => server.requests.length === 1);
  const second = await proxy();
  second.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: second.url });
  await eventually('the second address was told', () => server.requests.length === 2);
  expect(JSON.parse(server.requests[1]?.body ?? '')).toMatchObject({ url: `${second.url}${line.webhookPath}`, enabled: true });
  const view = await eventually('the line says so', async () => {
    const { items } = await app.call('lines.list', {});
    const registration = items.find(({ id }) => id === line.id)?.registration;
    return registration?.state === 'here' && registration;
  });
  expect(view.url).toBe(`${second.url}${line.webhookPath}`);
});

/** CloudVNO as far as its numbers go: holds one webhook URL, reads it and writes it. */
function numberHolder(server: RecordingServer): { url: string | null } {
  const holder: { url: string | null } = { url: 'https://somebody-else.example.com/sms' };
  server.answerEach(({ method, path, body }) => {
    if (!path.startsWith('/v1/incoming_phone_numbers/')) return { status: 200, body: { messages: [] } };
    if (method !== 'GET') holder.url = (JSON.parse(body) as { sms_url: string }).sms_url;
    return { status: 200, body: { phone_number: '+12125559876', sms_url: holder.url } };
  });
  return holder;
}

test('after the address changed the number is pointed to the new one, and texts signed for either are accepted', async () => {
  const { app, way } = await reachable();
  const server = await provider();
  const holder = numberHolder(server);
  const line = await cloudLine(app, server.url);
  const first = `${way.url}${line.webhookPath}`;
  const registered = await app.call('lines.register', { id: line.id });
  expect(registered).toMatchObject({ state: 'here', url: first, previousUrl: 'https://somebody-else.example.com/sms' });
  expect(holder.url).toBe(first);

  const moved = await proxy();
  moved.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: moved.url });
  const second = `${moved.url}${line.webhookPath}`;
  await eventually('the number points to the new address', () => holder.url === second);
  expect((await app.deliver(line, cloudVno('token', first, params('SM1', 'Retried')))).status).toBe(204);
  expect((await app.deliver(line, cloudVno('token', second, params('SM2', 'New')))).status).toBe(204);

  holder.url = 'https://somebody-else.example.com/sms';
  expect((await app.call('lines.checkRegistration', { id: line.id })).state).toBe('elsewhere');
  await app.call('lines.register', { id: line.id });
  expect(holder.url).toBe(second);
  await app.call('lines.restoreRegistration', { id: line.id });
  expect(holder.url).toBe('https://somebody-else.example.com/sms');
});

test('a provider that could not be told is told again by itself', async () => {
  const way = await proxy();
  let due: (() => void) | undefined;
  const later: Clock = {
    ...systemClock,
    // A minute and more is the test's to let pass.
    after(milliseconds, task) {
      if (milliseconds !== 60_000) return systemClock.after(milliseconds, task);
      due = task;
      return () => undefined;
    },
  };
  const app = await testApp({ clock: later });
  way.leadTo(app.receiverUrl);
  const server = await provider();
  server.answer({ status: 500, body: {} });
  const credentials = { webhookSecret: 'whsec_dGVzdHRlc3R0ZXN0', apiKey: 'sk_live_x', apiBaseUrl: server.url };
  const line = await app.call('lines.create', { provider: 'mobile-api-connect', label: 'Phone', number: '+911234500000', credentials });
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: way.url });
  const state = async () => (await app.call('lines.list', {})).items.find(({ id }) => id === line.id)?.registration?.state;
  await eventually('it failed', async () => (await state()) === 'failed');
  server.answer({ status: 200, body: {} });
  await eventually('another try is due', () => due !== undefined);
  due?.();
  await eventually('it was told', async () => (await state()) === 'here');
});

test('a line whose provider is told by hand is marked until a delivery comes in by the new address', async () => {
  const { app, way } = await reachable();
  const line = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
  const state = async () => (await app.call('lines.list', {})).items.find(({ id }) => id === line.id)?.registration?.state;
  const deliverThrough = ({ url }: Forwarder, id: number) => {
    const { headers, body } = receiveSmsInk('s', { id, from: peer, text: 'Hello' });
    return fetch(`${url}${line.webhookPath}`, { method: 'POST', headers, body });
  };
  expect(await state()).toBe('by-hand');
  await deliverThrough(way, 1);
  await eventually('the delivery proves it', async () => (await state()) === 'here');

  const second = await proxy();
  second.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: second.url });
  expect(await state()).toBe('old-address');
  await deliverThrough(second, 2);
  await eventually('the delivery proves the new one', async () => (await state()) === 'here');
});

test('a report about a sent text does not prove that texts come here', async () => {
  const { app, way } = await reachable();
  const line = await cloudLine(app, 'http://127.0.0.1:1');
  const url = `${way.url}${line.webhookPath}`;
  const state = async () => (await app.call('lines.list', {})).items.find(({ id }) => id === line.id)?.registration?.state;
  const deliver = ({ headers, body }: ReturnType<typeof cloudVno>) => fetch(url, { method: 'POST', headers, body });
  expect((await deliver(cloudVno('token', url, { MessageSid: 'SM1', MessageStatus: 'delivered' }))).status).toBe(204);
  // What is known of the line is written in order: with this everything before it is written.
  expect((await app.call('lines.checkRegistration', { id: line.id })).url).toBeNull();
  await deliver(cloudVno('token', url, params('SM2', 'Hello')));
  await eventually('a text proves it', async () => (await state()) === 'here');
});

test('an address that changes while a line is being saved is not lost', async () => {
  const vault = memoryVault();
  let release: (() => void) | undefined;
  let isHeld = false;
  const held = {
    ...vault,
    async set(key: string, value: string) {
      if (isHeld) await new Promise<void>((resolve) => (release = resolve));
      return vault.set(key, value);
    },
  };
  const { app } = await reachable({ vault: held });
  const line = await cloudLine(app, 'http://127.0.0.1:1');
  isHeld = true;
  const saving = app.call('lines.update', { id: line.id, credentials: { authToken: 'another' } });
  await eventually('it is being saved', () => release !== undefined);
  const second = await proxy();
  second.leadTo(app.receiverUrl);
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: second.url });
  release?.();
  await saving;
  const signed = cloudVno('another', `${second.url}${line.webhookPath}`, params('SM1', 'Hello'));
  expect((await app.deliver(line, signed)).status).toBe(204);
});

test('a recovered text brings its conversation back from the archive', async () => {
  const { app, way } = await reachable();
  const server = await provider();
  server.answer({ status: 200, body: { messages: [] } });
  const line = await cloudLine(app, server.url);
  await app.deliver(line, cloudVno('token', line.webhookUrl, params('SM0', 'Before')));
  const id = (await app.call('conversations.list', {})).items[0]?.id ?? '';
  await app.call('conversations.update', { id, archived: true });
  await app.close();
  server.answer({
    status: 200,
    body: { messages: [{ sid: 'SM1', from: peer, to: '+12125559876', body: 'Missed', direction: 'inbound' }] },
  });
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(3 * hour) });
  way.leadTo(back.receiverUrl);
  await eventually('it is back', async () => !(await back.call('conversations.get', { id })).archived);
});

test('a recovered text that a rule mutes is not among those that are announced', async () => {
  const { app, way } = await reachable();
  const server = await provider();
  server.answer({ status: 200, body: { messages: [] } });
  await cloudLine(app, server.url);
  await app.call('rules.save', { name: 'Adverts', enabled: true, condition: { keywords: ['sale'] }, actions: [{ do: 'mute' }] });
  await app.close();
  const text = { to: '+12125559876', direction: 'inbound' };
  const messages = [
    { ...text, sid: 'SM1', from: peer, body: 'Missed' },
    { ...text, sid: 'SM2', from: '+14155550002', body: 'Big sale' },
  ];
  server.answer({ status: 200, body: { messages } });
  const back = await testApp({ dataFolder: app.dataFolder, vault: app.vault, clock: shiftedClock(3 * hour) });
  way.leadTo(back.receiverUrl);
  const notice = await eventually('it is announced', () => back.events.find((event) => event.kind === 'notice'));
  expect(notice).toMatchObject({ title: '1 text recovered' });
});
