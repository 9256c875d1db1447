import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { mustBe, type Running, start } from './running.ts';

/** Texts the practice line and waits for the notification. */
async function receive(app: Running, body: string) {
  const message = mustBe(await app.call('practice.text', { body }));
  const native = await app.sees(`"${body}" is announced`, ({ notifications }) => notifications.some(({ id }) => id === message.id));
  const notification = native.notifications.find(({ id }) => id === message.id);
  if (notification === undefined) throw new Error('It was seen a moment ago');
  return { message, notification };
}

const outbound = async (app: Running, conversationId: string): Promise<string[]> => {
  const { items } = mustBe(await app.call('messages.list', { conversationId }));
  return items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
};

test('a text becomes a notification, its successor replaces it, reading takes it away', async () => {
  const app = await start();
  const first = await receive(app, 'Are you there?');
  expect(first.notification).toMatchObject({
    title: '+1 202 555 0188',
    body: 'Are you there?',
    group: first.message.conversationId,
    state: 'shown',
  });
  const second = await receive(app, 'Hello?');
  await app.sees('one is left', ({ notifications }) => notifications.map(({ state }) => state).join() === 'closed,shown');
  await app.call('conversations.markRead', { id: second.message.conversationId });
  await app.sees('none is left', ({ notifications }) => notifications.every(({ state }) => state === 'closed'));
});

test('a click on a notification opens its conversation, also when the window was closed and memory was tidied up', async () => {
  const app = await start();
  const { message, notification } = await receive(app, 'Click me');
  await app.command({ do: 'close-window' });
  await app.sees('the window is hidden', ({ window }) => !window.visible);
  await app.command({ do: 'collect-garbage' });
  await app.listen();
  await app.command({ do: 'click-notification', notification: notification.number });
  await app.sees('the window is there', ({ window }) => window.visible && window.focused);
  await eventually('the page is told', async () => (await app.events()).some((event) => event.kind === 'navigate'));
  expect((await app.events()).find((event) => event.kind === 'navigate')).toEqual({
    kind: 'navigate',
    to: { page: 'conversation', id: message.conversationId },
  });
});

test('Linux notification services get no markup of a stranger, and are offered no reply', async () => {
  const app = await start();
  const { notification } = await receive(app, '<b>Bank</b> & <a href="https://evil.example">log in</a>');
  expect(notification.body).toBe('&lt;b&gt;Bank&lt;/b&gt; &amp; &lt;a href="https://evil.example"&gt;log in&lt;/a&gt;');
  expect(notification.hasReply).toBe(false);
});

test('the privacy level decides what is shown, a muted conversation shows nothing', async () => {
  const app = await start();
  await app.call('settings.update', { notifications: { content: 'nothing' } });
  const { message, notification } = await receive(app, 'Your code is 123456');
  expect(notification).toMatchObject({ title: 'Texttray', body: 'New message' });
  await app.call('conversations.update', { id: message.conversationId, muted: true });
  const before = (await app.native()).notifications.length;
  await app.call('practice.text', { body: 'Quiet' });
  await app.sees('the quiet text has arrived', ({ tray }) => tray?.tooltip !== undefined);
  expect((await app.native()).notifications).toHaveLength(before);
});

test('an answer typed into a notification is sent once, and the conversation is read', async () => {
  const app = await start({ system: { platform: 'darwin' } });
  const { message, notification } = await receive(app, 'Lunch?');
  expect(notification).toMatchObject({ hasReply: true, body: 'Lunch?' });
  await app.command({ do: 'reply-to-notification', notification: notification.number, text: '  Gladly <3  ' });
  await eventually('it is sent', async () => (await outbound(app, message.conversationId)).length > 0);
  expect(await outbound(app, message.conversationId)).toEqual(['Gladly <3']);
  await eventually('it is read', async () => mustBe(await app.call('conversations.get', { id: message.conversationId })).unread === 0);
});

test('Windows: an answer that is reported twice is one message, one of an earlier run still goes out', async () => {
  const app = await start({ system: { platform: 'win32' } });
  const { message, notification } = await receive(app, 'Still on?');
  await app.command({ do: 'reply-to-notification', notification: notification.number, text: 'Yes' });
  await app.command({ do: 'activate-notification', type: 'reply', tag: message.id, text: 'Yes' });
  await eventually('it is sent', async () => (await outbound(app, message.conversationId)).length > 0);
  await app.command({ do: 'activate-notification', type: 'reply', tag: message.id, text: 'See you at noon' });
  await eventually('the other is sent', async () => (await outbound(app, message.conversationId)).includes('See you at noon'));
  expect(await outbound(app, message.conversationId)).toEqual(['Yes', 'See you at noon']);

  await app.command({ do: 'close-window' });
  await app.sees('the window is hidden', ({ window }) => !window.visible);
  await app.listen();
  await app.command({ do: 'activate-notification', type: 'click', tag: message.id });
  await app.sees('the window is there', ({ window }) => window.visible);
  await eventually('the page is told', async () =>
    (await app.events()).some(
      (event) => event.kind === 'navigate' && event.to.page === 'conversation' && event.to.id === message.conversationId,
    ),
  );
});

test('an answer that cannot be sent waits in the composer, and the window shows it', async () => {
  const app = await start({ system: { platform: 'darwin' } });
  const { message, notification } = await receive(app, 'STOP');
  await app.command({ do: 'close-window' });
  await app.sees('the window is hidden', ({ window }) => !window.visible);
  await app.command({ do: 'reply-to-notification', notification: notification.number, text: 'But why?' });
  await app.sees('the window is there', ({ window }) => window.visible);
  expect(mustBe(await app.call('conversations.get', { id: message.conversationId }))).toMatchObject({ draft: 'But why?' });
  expect(await outbound(app, message.conversationId)).toEqual([]);
});

test.each(['failed', 'unsupported'] as const)(
  'where notifications are %s the window shows the text, and the app says so',
  async (notifications) => {
    const app = await start({ system: { notifications, platform: 'darwin' } });
    await app.listen();
    // The page listens before it shows anything.
    await app.page.getByRole('region', { name: 'Notices' }).waitFor({ state: 'attached' });
    const message = mustBe(await app.call('practice.text', { body: 'Look here' }));
    await eventually('the page is given the notice', async () =>
      (await app.events()).some((event) => event.kind === 'notice' && event.messageId === message.id && event.body === 'Look here'),
    );
    await app.page.getByRole('region', { name: 'Notices' }).getByText('Look here').waitFor();
    const { problems } = mustBe(await app.call('state.snapshot', {}));
    expect(problems.map(({ code }) => code)).toContain('notifications-refused');
  },
);

test('where the system shows notifications, the page shows none of its own', async () => {
  const app = await start();
  await app.listen();
  const { message } = await receive(app, 'Only once');
  await eventually('the page has the message', async () =>
    (await app.events()).some(
      (event) => event.kind === 'patch' && event.changes.some((change) => change.kind === 'message' && change.message.id === message.id),
    ),
  );
  expect((await app.events()).filter((event) => event.kind === 'notice')).toEqual([]);
});
