import { expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../../src/domain/message.ts';
import { eventually } from '../../support/eventually.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { cloudVno, mobileApiConnect, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const peer = '+14155551234';

async function provider(): Promise<RecordingServer> {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  return server;
}

function cloudLine(app: TestApp, apiBaseUrl: string) {
  return app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl },
  });
}

function settled(app: TestApp, id: string, status: Message['status']): Promise<Message> {
  return eventually(`the message is ${status}`, async () => {
    const message = await app.call('messages.get', { id });
    return message.status === status && message;
  });
}

test('a text goes out once however often it is asked for with the same client id', async () => {
  const app = await testApp();
  const server = await provider();
  server.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  const line = await cloudLine(app, server.url);
  const text = { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' };
  const sent = await Promise.all([app.call('messages.send', text), app.call('messages.send', text)]);
  const again = await app.call('messages.send', text);
  expect(new Set([...sent, again].map((message) => message.id)).size).toBe(1);
  await settled(app, again.id, 'sent');
  expect(server.requests).toHaveLength(1);
  expect((await app.call('conversations.list', {})).items).toMatchObject([{ peer, count: 1, unread: 0 }]);
});

test('the status a provider reports afterwards is shown, and a late earlier one is not', async () => {
  const app = await testApp();
  const server = await provider();
  server.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  const line = await cloudLine(app, server.url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await settled(app, id, 'sent');
  for (const status of ['delivered', 'sent']) {
    const report = cloudVno('token', line.webhookUrl, { MessageSid: 'SM1', MessageStatus: status });
    expect((await app.deliver(line, report)).status).toBe(204);
  }
  expect((await app.call('messages.get', { id })).status).toBe('delivered');
});

test('a report that overtakes the answer to the request is not lost', async () => {
  const app = await testApp();
  const server = await provider();
  const held = server.hold();
  const line = await cloudLine(app, server.url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await eventually('the request arrived', () => server.requests.length === 1);
  await app.deliver(line, cloudVno('token', line.webhookUrl, { MessageSid: 'SM9', MessageStatus: 'delivered' }));
  held.answer({ status: 201, body: { sid: 'SM9', status: 'queued' } });
  await settled(app, id, 'delivered');
});

test('a text that got no answer is not sent again by itself: the user decides', async () => {
  const app = await testApp();
  const server = await provider();
  server.breakOff();
  const line = await cloudLine(app, server.url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  const unconfirmed = await settled(app, id, 'unconfirmed');
  expect(unconfirmed.failure?.message).toBeTruthy();
  expect(server.requests).toHaveLength(1);

  server.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  await app.call('messages.retry', { id });
  await settled(app, id, 'sent');
  expect(server.requests).toHaveLength(2);
});

test('a text that could not leave waits, can be taken back, and never goes out afterwards', async () => {
  const app = await testApp();
  const server = await provider();
  const { url } = server;
  await server.close();
  const line = await cloudLine(app, url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await eventually('the first try failed', async () => {
    const message = await app.call('messages.get', { id });
    return message.status === 'queued' && message.failure !== undefined;
  });
  expect((await app.call('messages.cancel', { id })).status).toBe('cancelled');
  app.inbox.resumed();
  expect((await app.refusal('messages.cancel', { id })).code).toBe('not-cancellable');
  expect((await app.call('messages.get', { id })).status).toBe('cancelled');
});

test('a waiting text goes out when the network is back', async () => {
  const app = await testApp();
  const server = await provider();
  const { url } = server;
  await server.close();
  const line = await cloudLine(app, url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await eventually('the first try failed', async () => (await app.call('messages.get', { id })).failure !== undefined);
  const back = await recordingServer({ port: Number(new URL(url).port) });
  onTestFinished(() => back.close());
  back.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  app.inbox.resumed();
  await settled(app, id, 'sent');
  expect(back.requests).toHaveLength(1);
});

test('a refused text says why in plain words and what to do', async () => {
  const app = await testApp();
  const server = await provider();
  server.answer({ status: 403, body: { error: { code: 'from_number_not_owned', message: 'x', param: 'from', doc_url: 'y' } } });
  const line = await cloudLine(app, server.url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  const failed = await settled(app, id, 'failed');
  expect(failed.failure).toMatchObject({ code: 'from_number_not_owned' });
  expect(failed.failure?.resolution).toBeTruthy();
});

test('after STOP nothing is sent to that peer on that line until START or a deliberate override', async () => {
  const app = await testApp();
  const server = await provider();
  server.answer({ status: 202, body: { id: 'msg_1', status: 'queued' } });
  const secret = 'whsec_dGVzdA==';
  const line = await app.call('lines.create', {
    provider: 'mobile-api-connect',
    label: 'Phone',
    number: '+911234500000',
    credentials: { webhookSecret: secret, apiKey: 'sk_live_x', apiBaseUrl: server.url },
  });
  const say = (text: string, receivedAt: string) => app.deliver(line, mobileApiConnect(secret, { from: '919876543210', text, receivedAt }));
  const send = { lineId: line.id, to: '+919876543210', body: 'Hello' };

  await say(' stop ', '2026-06-12T14:32:00.000Z');
  expect((await app.refusal('messages.send', { ...send, clientId: 'c1' })).code).toBe('opted-out');
  expect(server.requests).toHaveLength(0);
  const forced = await app.call('messages.send', { ...send, clientId: 'c2', overrideOptOut: true });
  await settled(app, forced.id, 'sent');
  expect((await app.refusal('messages.send', { ...send, clientId: 'c3' })).code).toBe('opted-out');

  await say('START', '2026-06-12T14:33:00.000Z');
  await say(' stop ', '2026-06-12T14:32:00.000Z');
  await app.call('messages.send', { ...send, clientId: 'c4' });
});

test('a text that still waits when STOP comes does not go out any more', async () => {
  const app = await testApp();
  const server = await provider();
  const { url } = server;
  await server.close();
  const line = await cloudLine(app, url);
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await eventually('the first try failed', async () => {
    const message = await app.call('messages.get', { id });
    return message.status === 'queued' && message.failure !== undefined;
  });
  const stop = { MessageSid: 'SM7', From: peer, To: '+12125559876', Body: 'STOP', NumMedia: '0' };
  expect((await app.deliver(line, cloudVno('token', line.webhookUrl, stop))).status).toBe(204);
  const back = await recordingServer({ port: Number(new URL(url).port) });
  onTestFinished(() => back.close());
  back.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  app.inbox.resumed();
  expect((await settled(app, id, 'failed')).failure).toMatchObject({ code: 'opted-out' });
  expect(back.requests).toEqual([]);
});

test('a START that comes late does not undo the STOP that was said after it', async () => {
  const app = await testApp();
  const secret = 'whsec_dGVzdA==';
  const credentials = { webhookSecret: secret, apiKey: 'sk_live_x' };
  const line = await app.call('lines.create', { provider: 'mobile-api-connect', label: 'Phone', number: '+911234500000', credentials });
  const say = (text: string, receivedAt: string) => app.deliver(line, mobileApiConnect(secret, { from: '919876543210', text, receivedAt }));
  await say('STOP', '2026-06-12T14:33:00.000Z');
  await say('START', '2026-06-12T14:32:00.000Z');
  const send = { lineId: line.id, to: '+919876543210', body: 'Hello', clientId: 'c1' };
  expect((await app.refusal('messages.send', send)).code).toBe('opted-out');
});

test('a receive-only line refuses to send and says so', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
  await app.deliver(line, receiveSmsInk('s', { id: 1, from: peer, text: 'Hello' }));
  expect((await app.refusal('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c' })).code).toBe('receive-only');
});

test('the practice phone texts through the real receiver and answers what it is sent', async () => {
  const app = await testApp();
  const arrived = await app.call('practice.text', {});
  expect(arrived).toMatchObject({ direction: 'inbound', status: 'received' });
  const deliveries = await app.call('deliveries.list', {});
  expect(deliveries.items).toMatchObject([{ verdict: 'accepted', messageId: arrived.id }]);

  const sent = await app.call('messages.send', { lineId: arrived.lineId, to: arrived.peer, body: 'Nice', clientId: 'c1' });
  await settled(app, sent.id, 'delivered');
  await eventually('the phone answered', async () => {
    const { items } = await app.call('messages.list', { conversationId: arrived.conversationId });
    return items.filter((message) => message.direction === 'inbound').length === 2;
  });
});

test('a report about an earlier try says nothing about the one the user asked for since', async () => {
  const app = await testApp();
  const server = await provider();
  server.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  const line = await cloudLine(app, server.url);
  const report = () => app.deliver(line, cloudVno('token', line.webhookUrl, { MessageSid: 'SM1', MessageStatus: 'failed' }));
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await settled(app, id, 'sent');
  await report();
  await settled(app, id, 'failed');
  server.answer({ status: 201, body: { sid: 'SM2', status: 'queued' } });
  await app.call('messages.retry', { id });
  await settled(app, id, 'sent');
  expect((await report()).status).toBe(204);
  expect((await app.call('messages.get', { id })).status).toBe('sent');
});
