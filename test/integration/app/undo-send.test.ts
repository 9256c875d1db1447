import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { recordingServer } from '../../support/recording-server.ts';
import { steeredClock } from '../../support/steered-clock.ts';
import { testApp } from '../../support/test-app.ts';

const peer = '+14155551234';

async function scene() {
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
  const send = (clientId: string, undoSeconds: number) =>
    app.call('messages.send', { lineId: line.id, to: peer, body: clientId, clientId, undoSeconds });
  /** The time to take it back is over. */
  const pass = (milliseconds: number) => {
    clock.skip(milliseconds);
    app.inbox.resumed();
  };
  return { app, server, send, pass, clock };
}

test('a text that can be taken back stays here for so long, and goes out after it, in order', async () => {
  const { server, send, pass } = await scene();
  expect(await send('first', 20)).toMatchObject({ status: 'queued', notBefore: expect.any(String) });
  await send('second', 0);
  pass(10_000);
  expect(server.requests).toHaveLength(0);
  pass(11_000);
  await eventually('both are sent', () => server.requests.length === 2);
  expect(server.requests.map(({ body }) => /first|second/.exec(body)?.[0])).toEqual(['first', 'second']);
});

test('a text that was taken back never leaves, and what comes after it goes on at once', async () => {
  const { app, server, send } = await scene();
  const { id, conversationId } = await send('first', 20);
  await send('second', 0);
  await app.call('messages.remove', { id });
  await eventually('the second is sent', () => server.requests.length === 1);
  expect(server.requests[0]?.body).toContain('second');
  expect((await app.call('messages.list', { conversationId })).items.map(({ body }) => body)).toEqual(['second']);
});

test('a text that was still held when the app closed goes out at the next start', async () => {
  const { app, server, send, clock } = await scene();
  await send('first', 20);
  await app.close();
  expect(server.requests).toHaveLength(0);
  clock.skip(60_000);
  await testApp({ clock, dataFolder: app.dataFolder, vault: app.vault });
  await eventually('it is sent', () => server.requests.length === 1);
});

test('a computer clock that is set back does not hold a text for hours', async () => {
  const { server, send, pass } = await scene();
  await send('first', 20);
  pass(-5 * 60 * 60_000);
  await eventually('it is sent', () => server.requests.length === 1);
});
