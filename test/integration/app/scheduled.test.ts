import { expect, onTestFinished, test } from 'vitest';
import { sendLateUpToMs } from '../../../src/core/composing/schedule.ts';
import type { Scheduled } from '../../../src/domain/scheduled.ts';
import { eventually } from '../../support/eventually.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { cloudVno } from '../../support/sign.ts';
import { type SteeredClock, steeredClock } from '../../support/steered-clock.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const peer = '+14155551234';
const hour = 60 * 60_000;

type Scene = { readonly app: TestApp; readonly clock: SteeredClock; readonly server: RecordingServer; readonly lineId: string };

async function scene(): Promise<Scene> {
  const clock = steeredClock();
  const [app, server] = [await testApp({ clock }), await recordingServer()];
  onTestFinished(() => server.close());
  server.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
  const line = await app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: server.url },
  });
  return { app, clock, server, lineId: line.id };
}

function schedule({ app, clock, lineId }: Scene, more: { unlessAnswered?: boolean; clientId?: string } = {}) {
  const dueAt = new Date(clock.now() + 8 * hour).toISOString();
  return app.call('schedule.create', { lineId, to: peer, body: 'Good morning', dueAt, clientId: 's1', ...more });
}

async function only(app: TestApp): Promise<Scheduled | undefined> {
  const { scheduled } = await app.call('state.snapshot', {});
  expect(scheduled.length).toBeLessThanOrEqual(1);
  return scheduled[0];
}

/** What a computer does that slept for a while. */
function sleep({ app, clock }: Scene, milliseconds: number): void {
  clock.skip(milliseconds);
  app.inbox.resumed();
}

async function answer({ app, lineId }: Scene): Promise<void> {
  const { items } = await app.call('lines.list', {});
  const line = items.find(({ id }) => id === lineId);
  if (line === undefined) throw new Error('The line is gone');
  const text = cloudVno('token', line.webhookUrl, { MessageSid: 'SM7', From: peer, To: line.number, Body: 'Already here' });
  expect((await app.deliver(line, text)).status).toBe(204);
}

test('a scheduled text waits for its moment, then goes out once and says for when it was', async () => {
  const stage = await scene();
  const { app, server } = stage;
  const item = await schedule(stage);
  expect(await schedule(stage)).toEqual(item);
  sleep(stage, 7 * hour);
  expect(server.requests).toHaveLength(0);
  expect(await only(app)).toMatchObject({ state: 'waiting' });
  sleep(stage, hour + 60_000);
  await eventually('the text is sent', () => server.requests.length === 1);
  await eventually('it is off the list', async () => (await only(app)) === undefined);
  const { items } = await app.call('messages.list', { conversationId: item.conversationId });
  expect(items).toMatchObject([{ body: 'Good morning', scheduledFor: item.dueAt, direction: 'outbound' }]);
});

test('a text that could not go out for more than an hour waits for a decision, and the user is told', async () => {
  const stage = await scene();
  const { app, clock, server } = stage;
  const { id } = await schedule(stage);
  sleep(stage, 8 * hour + sendLateUpToMs + 60_000);
  await eventually('it is missed', async () => (await only(app))?.state === 'missed');
  await eventually('the user is told', () => app.events.some((event) => event.kind === 'notice' && event.messageId === id));
  expect(server.requests).toHaveLength(0);
  const dueAt = new Date(clock.now() + hour).toISOString();
  expect(await app.call('schedule.update', { id, dueAt })).toMatchObject({ state: 'waiting', dueAt });
  await app.call('schedule.sendNow', { id });
  await eventually('the text is sent', () => server.requests.length === 1);
  expect(await only(app)).toBeUndefined();
});

test('that a text was not sent tells no more than notifications of its line may', async () => {
  const stage = await scene();
  const { app, lineId } = stage;
  await app.call('lines.update', { id: lineId, noticeContent: 'nothing' });
  const { id } = await schedule(stage);
  sleep(stage, 8 * hour + sendLateUpToMs + 60_000);
  const notice = await eventually('the user is told', () => app.events.find((event) => event.kind === 'notice' && event.messageId === id));
  expect(notice).toMatchObject({ title: 'A scheduled text was not sent' });
});

test('a text that is taken back at its very moment is either taken back or sent', async () => {
  const stage = await scene();
  const { app } = stage;
  const { id, conversationId } = await schedule(stage);
  sleep(stage, 8 * hour + 1_000);
  const removed = await app.inbox.handlers['schedule.remove']({ id });
  await eventually('it is off the list', async () => (await only(app)) === undefined);
  const wasSent = (await app.inbox.handlers['messages.list']({ conversationId, limit: 10 })).ok;
  expect(wasSent).toBe(!removed.ok);
});

test('a text that is only wanted without an answer is not sent after one', async () => {
  const stage = await scene();
  const { app, server } = stage;
  await schedule(stage, { unlessAnswered: true });
  await answer(stage);
  await eventually('it is kept back', async () => (await only(app))?.state === 'answered');
  sleep(stage, 8 * hour + 1_000);
  sleep(stage, 1_000);
  expect(await only(app)).toMatchObject({ state: 'answered' });
  expect(server.requests).toHaveLength(0);
});

test('scheduled texts survive a restart; one that was handed over right before it does not go twice', async () => {
  const stage = await scene();
  const { app, clock, server } = stage;
  const item = await schedule(stage);
  // As if the app had died between sending it and taking it off the list.
  await app.call('messages.send', { lineId: stage.lineId, to: peer, body: item.body, clientId: item.id });
  await eventually('the text is sent', () => server.requests.length === 1);
  await app.close();
  clock.skip(8 * hour + 1_000);
  const again = await testApp({ clock, dataFolder: app.dataFolder, vault: app.vault });
  await eventually('it is off the list', async () => (await only(again)) === undefined);
  const { items } = await again.call('messages.list', { conversationId: item.conversationId });
  expect(items).toHaveLength(1);
  expect(server.requests).toHaveLength(1);
});

test('a text whose line is gone or whose peer opted out meanwhile says so instead of going out', async () => {
  const stage = await scene();
  const { app, lineId } = stage;
  await schedule(stage);
  await app.call('lines.remove', { id: lineId });
  sleep(stage, 8 * hour + 1_000);
  await eventually('it is refused', async () => (await only(app))?.state === 'refused');
  expect((await only(app))?.reason).toContain('line');
  const { id } = await app.call('schedule.remove', { id: 's1' });
  expect(id).toBe('s1');
  expect(await app.refusal('schedule.remove', { id: 's1' })).toMatchObject({ code: 'not-found' });
});

test('a time that is over or too far away is refused beside its field', async () => {
  const stage = await scene();
  const at = (ahead: number) => new Date(stage.clock.now() + ahead).toISOString();
  const input = { lineId: stage.lineId, to: peer, body: 'Hello', clientId: 's2' };
  for (const dueAt of [at(-1_000), at(400 * 24 * hour)]) {
    const refused = await stage.app.refusal('schedule.create', { ...input, dueAt });
    expect(refused).toMatchObject({ code: 'invalid-input', fields: { dueAt: expect.stringContaining('Choose a time') } });
  }
});
