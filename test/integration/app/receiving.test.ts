import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { cloudSpire, cloudVno, mobileApiConnect, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';

function inkLine(app: TestApp) {
  return app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: secret },
  });
}

test('a signed text is acknowledged, stored, announced and shown in its conversation', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  const answer = await app.deliver(line, receiveSmsInk(secret, { id: 42, from: '+14155551234', text: 'Hello' }));
  expect(answer.status).toBe(204);
  expect(await answer.text()).toBe('');

  const { items } = await app.call('conversations.list', { lineId: line.id });
  expect(items).toMatchObject([{ peer: '+14155551234', unread: 1, count: 1, lastMessage: { body: 'Hello', direction: 'inbound' } }]);
  const thread = await app.call('messages.list', { conversationId: items[0]?.id ?? '' });
  expect(thread).toMatchObject({
    items: [{ body: 'Hello', status: 'received', providerAt: '2026-03-01T15:30:00.000Z' }],
    nextBefore: null,
  });
  const notice = await eventually('the text is announced', () => app.events.find((event) => event.kind === 'notice'));
  expect(notice).toMatchObject({ title: '(415) 555-1234', body: 'Hello', canReply: false });
  const deliveries = await app.call('deliveries.list', { lineId: line.id });
  expect(deliveries.items).toMatchObject([{ verdict: 'accepted', status: 204, messageId: thread.items[0]?.id }]);
});

test('the same text again is acknowledged and changes nothing', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  const signed = receiveSmsInk(secret, { id: 7, from: '+14155551234', text: 'Once' });
  const answers = await Promise.all([app.deliver(line, signed), app.deliver(line, signed), app.deliver(line, signed)]);
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
  const { items } = await app.call('conversations.list', {});
  expect(items).toMatchObject([{ count: 1, unread: 1 }]);
  const deliveries = await app.call('deliveries.list', {});
  expect(deliveries.items.map((delivery) => delivery.verdict).sort()).toEqual(['accepted', 'duplicate', 'duplicate']);
  expect(new Set(deliveries.items.map((delivery) => delivery.messageId)).size).toBe(1);
});

test('a forged text is refused with 401, recorded with its reason, and stored nowhere', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  const forged = receiveSmsInk('another secret', { id: 1, from: '+14155551234', text: 'Forged' });
  const unsigned = { ...forged, headers: { 'content-type': 'application/json' } };
  expect((await app.deliver(line, forged)).status).toBe(401);
  expect((await app.deliver(line, unsigned)).status).toBe(401);
  expect((await app.call('conversations.list', {})).items).toEqual([]);
  const { items } = await app.call('deliveries.list', {});
  expect(items.map(({ verdict, reason, status }) => ({ verdict, reason, status }))).toEqual([
    { verdict: 'rejected', reason: 'signature-missing', status: 401 },
    { verdict: 'rejected', reason: 'signature-wrong', status: 401 },
  ]);
});

test('what is verified but not understood is kept, shown and acknowledged', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'cloudspire',
    label: 'Spire',
    number: '+14045559999',
    credentials: { secret: 's' },
  });
  const answer = await fetch(`${app.receiverUrl}${line.webhookPath}`, { method: 'POST', body: '{"event":"call.started"}' });
  expect(answer.status).toBe(200);
  const { items } = await app.call('deliveries.list', {});
  expect(items).toMatchObject([{ verdict: 'not-understood', reason: 'event-unknown' }]);
  const delivery = await app.call('deliveries.get', { id: items[0]?.id ?? '' });
  expect(delivery.bodyText).toBe('{"event":"call.started"}');
});

test('secrets in a delivery are masked when it is shown', async () => {
  const app = await testApp();
  const credentials = { authHeader: 'Bearer opensesame', secret: 's' };
  const line = await app.call('lines.create', { provider: 'cloudspire', label: 'Spire', number: '+14045559999', credentials });
  expect((await app.deliver(line, cloudSpire('Bearer opensesame', { from: '+17705551234', text: 'Hi' }))).status).toBe(200);
  const { items } = await app.call('deliveries.list', {});
  const shown = await app.call('deliveries.get', { id: items[0]?.id ?? '' });
  expect(JSON.stringify(shown)).not.toContain('opensesame');
  expect(shown.headers.some(([name]) => name.toLowerCase() === 'authorization')).toBe(true);
});

test('an Auth Header, right or wrong, is not written to the data folder', async () => {
  const app = await testApp();
  const credentials = { authHeader: 'Bearer opensesame' };
  const line = await app.call('lines.create', { provider: 'cloudspire', label: 'Spire', number: '+14045559999', credentials });
  const text = { from: '+17705551234', text: 'Hi' };
  expect((await app.deliver(line, cloudSpire('Bearer opensesame', text))).status).toBe(200);
  expect((await app.deliver(line, cloudSpire('Bearer opensesame!', text))).status).toBe(401);
  await app.close();
  const entries = await readdir(app.dataFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.parentPath.includes('deliveries'));
  const written = (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))).join('');
  expect(written).toContain(line.webhookPath);
  expect(written).not.toContain('opensesame');
});

test('short codes and names are senders like any other', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'mobile-api-connect',
    label: 'Phone',
    number: '+911234500000',
    credentials: { webhookSecret: 'whsec_dGVzdA==' },
  });
  for (const from of ['72345', 'GOOGLE', '919876543210']) {
    expect((await app.deliver(line, mobileApiConnect('whsec_dGVzdA==', { from, text: `I am ${from}` }))).status).toBe(204);
  }
  const { items } = await app.call('conversations.list', {});
  expect(items.map((conversation) => conversation.peer).sort()).toEqual(['+919876543210', '72345', 'GOOGLE']);
});

test('a retry signed for an earlier public address is still accepted, up to ten addresses back', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token' },
  });
  const urls: string[] = [];
  for (let index = 0; index < 11; index += 1) {
    await app.call('tunnel.configure', { kind: 'own-url', publicUrl: `http://127.0.0.1:1/${index}` });
    const { items } = await app.call('lines.list', {});
    urls.push(items.find(({ id }) => id === line.id)?.webhookUrl ?? '');
  }
  const params = (sid: string) => ({ MessageSid: sid, From: '+14155551234', To: '+12125559876', Body: 'Hello', NumMedia: '0' });
  const statuses = [];
  for (const [index, url] of urls.entries()) statuses.push((await app.deliver(line, cloudVno('token', url, params(`SM${index}`)))).status);
  expect(statuses).toEqual([401, ...Array.from({ length: 10 }, () => 204)]);
});

test('everything is still there after a restart, and a retry is still a duplicate', async () => {
  const first = await testApp();
  const line = await inkLine(first);
  const signed = receiveSmsInk(secret, { id: 1, from: '+14155551234', text: 'Before' });
  await first.deliver(line, signed);
  const { items: before } = await first.call('conversations.list', {});
  await first.close();

  const second = await testApp({ dataFolder: first.dataFolder, vault: first.vault });
  const { items: after } = await second.call('conversations.list', {});
  expect(after).toEqual(before);
  expect((await second.deliver(line, signed)).status).toBe(204);
  expect((await second.call('conversations.list', {})).items).toEqual(before);
  const { items } = await second.call('deliveries.list', {});
  expect(items.map((delivery) => delivery.verdict)).toEqual(['duplicate', 'accepted']);
});

test('a removed line answers 404 and its conversations stay', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  const signed = receiveSmsInk(secret, { id: 1, from: '+14155551234', text: 'Kept' });
  await app.deliver(line, signed);
  await app.call('lines.remove', { id: line.id });
  expect((await app.deliver(line, signed)).status).toBe(404);
  expect((await app.call('conversations.list', {})).items).toHaveLength(1);
  expect((await app.call('lines.list', {})).items.map(({ id }) => id)).not.toContain(line.id);
});

test('while the key store cannot be read a provider is asked to come again, not told that it is wrong', async () => {
  const first = await testApp();
  const line = await inkLine(first);
  await first.close();
  let isLocked = true;
  const locked = { ...first.vault, get: (key: string) => (isLocked ? Promise.reject(new Error('locked')) : first.vault.get(key)) };
  const second = await testApp({ dataFolder: first.dataFolder, vault: locked });
  const answer = await second.deliver(line, receiveSmsInk(secret, { id: 1, from: '+14155551234', text: 'Hello' }));
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const { problems } = await second.call('state.snapshot', {});
  expect(problems).toMatchObject([{ code: 'vault-unavailable' }]);

  isLocked = false;
  await eventually('the provider came again with success', async () => {
    const again = await second.deliver(line, receiveSmsInk(secret, { id: 1, from: '+14155551234', text: 'Hello' }));
    return again.status === 204;
  });
  expect((await second.call('state.snapshot', {})).problems).toEqual([]);
});
