import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { faultyFiles } from '../support/faulty-files.ts';
import { recordingServer } from '../support/recording-server.ts';
import { cloudVno, receiveSmsInk } from '../support/sign.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

const peer = '+14155551234';

function inkLine(app: TestApp) {
  return app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
}

const text = (id: number) => receiveSmsInk('s', { id, from: peer, text: `Text ${id}` });

test('while the disk is full a provider is asked to come again, the app says so, and recovers by itself', async () => {
  const files = faultyFiles();
  const app = await testApp({ files });
  const line = await inkLine(app);
  expect((await app.deliver(line, text(1))).status).toBe(204);

  files.fault = ({ kind }) => (kind === 'write' || kind === 'open' ? 'ENOSPC' : undefined);
  const refused = await app.deliver(line, text(2));
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).not.toBeNull();
  const problems = async () => (await app.call('state.snapshot', {})).problems.map(({ code }) => code);
  await eventually('the app says so', async () => (await problems()).includes('store-unavailable'));
  const send = { lineId: line.id, label: 'Other' };
  expect((await app.refusal('lines.update', { id: send.lineId, label: send.label })).code).toBe('store-unavailable');
  expect((await app.call('conversations.list', {})).items).toMatchObject([{ count: 1 }]);

  files.fault = () => undefined;
  await eventually('the retry is taken', async () => (await app.deliver(line, text(2))).status === 204);
  await eventually('the app says nothing any more', async () => !(await problems()).includes('store-unavailable'));
  const { items } = await app.call('conversations.list', {});
  const thread = await app.call('messages.list', { conversationId: items[0]?.id ?? '' });
  expect(thread.items.map(({ body }) => body)).toEqual(['Text 1', 'Text 2']);
  await app.close();

  const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
  expect((await again.call('conversations.list', {})).items).toEqual(items);
});

test('texts are taken while only their raw deliveries cannot be written, and the app says so until they can', async () => {
  const files = faultyFiles();
  const app = await testApp({ files });
  const line = await inkLine(app);
  const problems = async () => (await app.call('state.snapshot', {})).problems.map(({ code }) => code);
  files.fault = ({ kind, path }) => (kind === 'write' && path.includes('deliveries') ? 'EIO' : undefined);
  expect((await app.deliver(line, text(1))).status).toBe(204);
  await eventually('the app says so', async () => (await problems()).includes('deliveries-not-recorded'));
  files.fault = () => undefined;
  expect((await app.deliver(line, text(2))).status).toBe(204);
  await eventually('the app says nothing any more', async () => !(await problems()).includes('deliveries-not-recorded'));
  expect((await app.call('conversations.list', {})).items).toMatchObject([{ count: 2 }]);
});

test('a damaged document is set aside and named in the window, and the rest works', async () => {
  const first = await testApp();
  const line = await inkLine(first);
  await first.deliver(line, text(1));
  await first.call('settings.update', { theme: 'dark' });
  await first.close();
  const folder = join(first.dataFolder, 'store', 'documents');
  for (const name of (await readdir(folder)).filter((file) => file.startsWith('settings')))
    await writeFile(join(folder, name), '{"theme":');

  const again = await testApp({ dataFolder: first.dataFolder, vault: first.vault });
  const { problems, settings } = await again.call('state.snapshot', {});
  expect(problems.map(({ code }) => code)).toContain('file-set-aside');
  expect(problems.find(({ code }) => code === 'file-set-aside')?.message).toContain('settings');
  expect(settings.theme).toBe('system');
  expect((await again.deliver(line, text(2))).status).toBe(204);
  expect((await again.call('conversations.list', {})).items).toMatchObject([{ count: 2 }]);
});

test('a data folder of a newer app is refused with a sentence and left as it is', async () => {
  const first = await testApp();
  await inkLine(first);
  await first.close();
  const version = join(first.dataFolder, 'store', 'version.json');
  await writeFile(version, JSON.stringify({ version: 999 }));
  const before = await readFile(version, 'utf8');
  await expect(testApp({ dataFolder: first.dataFolder, vault: first.vault })).rejects.toThrow(/newer/i);
  expect(await readFile(version, 'utf8')).toBe(before);
});

test('a new public address that cannot be written down keeps neither the app from starting nor its texts out', async () => {
  const first = await testApp();
  const credentials = { authToken: 'token' };
  const line = await first.call('lines.create', { provider: 'cloudvno', label: 'Cloud', number: '+12125559876', credentials });
  await first.close();
  const files = faultyFiles();
  files.fault = ({ path }) => (path.includes('lines.json') ? 'ENOSPC' : undefined);
  const publicUrl = 'https://a.example.com';
  const again = await testApp({ dataFolder: first.dataFolder, vault: first.vault, files, publicUrl });
  const params = { MessageSid: 'SM1', From: peer, To: '+12125559876', Body: 'Hello', NumMedia: '0' };
  const signed = cloudVno('token', `${publicUrl}${line.webhookPath}`, params);
  expect((await again.deliver(line, signed)).status).toBe(204);
});

test('a text that could not be taken back because the disk was full still goes out', async () => {
  const server = await recordingServer();
  await server.close();
  const files = faultyFiles();
  const app = await testApp({ files });
  const credentials = { authToken: 'token', apiKey: 'key', apiBaseUrl: server.url };
  const line = await app.call('lines.create', { provider: 'cloudvno', label: 'Cloud', number: '+12125559876', credentials });
  const { id } = await app.call('messages.send', { lineId: line.id, to: peer, body: 'Hello', clientId: 'c1' });
  await eventually('the first try failed', async () => {
    const message = await app.call('messages.get', { id });
    return message.status === 'queued' && message.failure !== undefined;
  });
  files.fault = ({ kind }) => (kind === 'write' || kind === 'open' ? 'ENOSPC' : undefined);
  expect((await app.refusal('messages.cancel', { id })).code).toBe('store-unavailable');
  files.fault = () => undefined;
  const back = await recordingServer({ port: Number(new URL(server.url).port) });
  onTestFinished(() => back.close());
  back.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  await eventually('it went out', async () => {
    app.inbox.resumed();
    return (await app.call('messages.get', { id })).status === 'sent';
  });
  expect(back.requests).toHaveLength(1);
});
