import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../../src/app/start-app.ts';
import type { InboxEvent, Notice } from '../../../src/contract/state.ts';
import { eventually } from '../../support/eventually.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { receiveSmsInk } from '../../support/sign.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { steeredClock } from '../../support/steered-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';
const hour = 3_600_000;
const anna = '+14155551234';
let messageId = 0;

async function inkLine(app: TestApp) {
  const credentials = { webhookSecret: secret };
  return app.call('lines.create', { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials });
}

async function text(app: TestApp, line: { readonly webhookPath: string }, from: string, body: string): Promise<void> {
  messageId += 1;
  const answer = await app.deliver(line, receiveSmsInk(secret, { id: messageId, from, text: body }));
  expect(answer.status).toBe(204);
}

const notices = (app: TestApp): Notice[] => app.events.flatMap((event) => (event.kind === 'notice' ? [event] : []));

async function announced(app: TestApp, what: Partial<Notice>): Promise<Notice> {
  return eventually(`${JSON.stringify(what)} is announced`, () =>
    notices(app).find((notice) => Object.entries(what).every(([name, value]) => Reflect.get(notice, name) === value)),
  );
}

/** A text that may be announced: when it was, whatever came before it was dealt with. */
async function afterwards(app: TestApp, line: { readonly webhookPath: string }): Promise<void> {
  messageId += 1;
  const body = `Marker ${messageId}`;
  await text(app, line, '+14155559999', body);
  await announced(app, { body });
}

async function conversationWith(app: TestApp, peer: string) {
  const { items } = await app.call('conversations.list', {});
  const conversation = items.find((each) => each.peer === peer);
  if (conversation === undefined) throw new Error(`Nothing came from ${peer}`);
  return conversation;
}

test('a burst of one person is announced with its count, and its code at the level of names and texts only', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  await text(app, line, anna, 'One');
  await text(app, line, anna, 'Your code is 482913');
  expect(await announced(app, { title: '(415) 555-1234 (2)' })).toMatchObject({ body: 'Your code is 482913', code: '482913' });
  await app.call('settings.update', { notifications: { content: 'name-only' } });
  await text(app, line, anna, 'Your code is 551204');
  const hidden = await announced(app, { body: '3 new messages' });
  expect(JSON.stringify(hidden)).not.toContain('551204');
});

test('nobody who is muted or blocked is announced or counted, whatever the line and the settings say', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  for (const [peer, flags] of [
    ['+14155550001', { muted: true }],
    ['+14155550002', { blocked: true }],
    ['+14155550003', { muted: true, mutedUntil: new Date(Date.now() + hour).toISOString() }],
  ] as const) {
    await text(app, line, peer, 'First');
    await announced(app, { conversationId: (await conversationWith(app, peer)).id });
    await app.call('conversations.update', { id: (await conversationWith(app, peer)).id, ...flags });
  }
  const before = notices(app).length;
  for (const peer of ['+14155550001', '+14155550002', '+14155550003']) await text(app, line, peer, 'Your code is 482913');
  await afterwards(app, line);
  expect(notices(app)).toHaveLength(before + 1);
  const { totals } = await app.call('state.snapshot', {});
  expect(totals.unread).toBe(1);
});

test('whoever is muted or blocked loses the notification that is still there', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  await text(app, line, anna, 'Hello');
  const { conversationId } = await announced(app, { body: 'Hello' });
  await app.call('conversations.update', { id: conversationId, muted: true });
  await eventually('the notification is taken away', () =>
    app.events.some((event) => event.kind === 'read' && event.conversationId === conversationId),
  );
});

test('muted until a time means until then: it ends by itself, also when the app was closed in between', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  await text(app, line, anna, 'Hello');
  const { id } = await conversationWith(app, anna);
  const until = (hours: number) => new Date(clock.now() + hours * hour).toISOString();
  await app.call('conversations.update', { id, muted: true, mutedUntil: until(1) });
  clock.skip(hour + 1);
  app.inbox.resumed();
  await eventually('it is heard again', async () => !(await app.call('conversations.get', { id })).muted);
  expect((await app.call('conversations.get', { id })).mutedUntil).toBeNull();
  await text(app, line, anna, 'And now?');
  await announced(app, { body: 'And now?' });

  await app.call('conversations.update', { id, muted: true, mutedUntil: until(8) });
  await app.close();
  clock.skip(9 * hour);
  const again = await testApp({ clock, dataFolder: app.dataFolder, vault: app.vault });
  await eventually('it is heard after the start', async () => !(await again.call('conversations.get', { id })).muted);
});

test('muted for good after it was muted for a while is muted for good', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  await text(app, line, anna, 'Hello');
  const { id } = await conversationWith(app, anna);
  await app.call('conversations.update', { id, muted: true, mutedUntil: new Date(clock.now() + hour).toISOString() });
  expect(await app.call('conversations.update', { id, muted: true })).toMatchObject({ muted: true, mutedUntil: null });
  clock.skip(2 * hour);
  app.inbox.resumed();
  await afterwards(app, line);
  expect((await app.call('conversations.get', { id })).muted).toBe(true);
});

test('in quiet hours only codes and whoever is always wanted come through; afterwards the others are told of together', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  await text(app, line, anna, 'Good night');
  await announced(app, { body: 'Good night' });
  await text(app, line, '+14155550007', 'Always me');
  await announced(app, { body: 'Always me' });
  await app.call('conversations.update', { id: (await conversationWith(app, '+14155550007')).id, notifyAlways: true });
  for (const { id } of (await app.call('conversations.list', {})).items) await app.call('conversations.markRead', { id });
  const wall = (moment: number) =>
    `${String(new Date(moment).getHours()).padStart(2, '0')}:${String(new Date(moment).getMinutes()).padStart(2, '0')}`;
  const [from, to] = [wall(clock.now() - hour), wall(clock.now() + 2 * hour)];
  await app.call('settings.update', { quietHours: { enabled: true, from, to } });
  const before = notices(app).length;

  for (const body of ['Are you awake?', 'Hello?']) await text(app, line, anna, body);
  await text(app, line, '+14155550008', 'Psst');
  await text(app, line, 'BANK', 'Your code is 482913');
  await announced(app, { code: '482913' });
  await text(app, line, '+14155550007', 'It is urgent');
  await announced(app, { body: 'It is urgent' });
  expect(notices(app)).toHaveLength(before + 2);

  clock.skip(3 * hour);
  app.inbox.resumed();
  const digest = await announced(app, { title: '3 texts from 2 people while it was quiet' });
  expect(digest.body).toContain('(415) 555-1234');
});

test('what came in quiet hours is told of also when the app was started again in between', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  const wall = (moment: number) => new Date(moment).toTimeString().slice(0, 5);
  const [from, to] = [wall(clock.now() - hour), wall(clock.now() + 2 * hour)];
  await app.call('settings.update', { quietHours: { enabled: true, from, to } });
  await text(app, line, anna, 'Are you awake?');
  await text(app, line, '+14155550008', 'Psst');
  const read = await conversationWith(app, '+14155550008');
  await app.call('conversations.markRead', { id: read.id });
  await app.close();

  const again = await testApp({ clock, dataFolder: app.dataFolder, vault: app.vault });
  await text(again, line, anna, 'Hello?');
  clock.skip(3 * hour);
  await eventually('the notice comes', () => {
    again.inbox.resumed();
    return notices(again).find(({ title }) => title === '2 texts from 1 person while it was quiet');
  });
  expect(notices(again)).toHaveLength(1);
});

test('a silent line announces nobody but whom the user always wants to hear', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  const other = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Other',
    number: '+12025550111',
    credentials: { webhookSecret: secret },
  });
  await app.call('lines.update', { id: line.id, notify: false });
  await text(app, line, anna, 'Silence');
  await afterwards(app, other);
  expect(notices(app)).toHaveLength(1);
  await app.call('conversations.update', { id: (await conversationWith(app, anna)).id, notifyAlways: true });
  await text(app, line, anna, 'Me again');
  await announced(app, { body: 'Me again' });
});

test('a line and a conversation may show more or less than the settings say', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  await app.call('lines.update', { id: line.id, noticeContent: 'nothing' });
  await text(app, line, anna, 'Secret');
  await announced(app, { title: 'Texttray', body: 'New message' });
  await app.call('conversations.update', { id: (await conversationWith(app, anna)).id, noticeContent: 'name-only' });
  await text(app, line, anna, 'Also secret');
  await announced(app, { title: '(415) 555-1234' });
  expect(JSON.stringify(notices(app))).not.toMatch(/secret/i);
});

test('a text that came in while the app was still starting is announced to the first who listens', async () => {
  const started = await startApp({
    dataFolder: await temporaryFolder(),
    receiverPort: 0,
    vault: memoryVault(),
    host: { kind: 'browser', platform: process.platform, version: '0.0.0-test', canStartAtLogin: false },
    logger: silentLogger,
  });
  if (!started.ok) throw new Error(started.error.message);
  const { inbox, close } = started.value;
  onTestFinished(close);
  expect(await inbox.handlers['practice.text']({ body: 'Are you up?' })).toMatchObject({ ok: true });
  const heard: InboxEvent[] = [];
  inbox.subscribe((event) => heard.push(event));
  await eventually('it is announced', () => heard.some((event) => event.kind === 'notice' && event.body === 'Are you up?'));
});
