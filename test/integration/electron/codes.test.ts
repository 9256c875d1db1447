import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { mustBe, type Running, start } from './running.ts';

/** Texts the practice line and waits for the notification. */
async function receive(app: Running, body: string) {
  const message = mustBe(await app.call('practice.text', { body }));
  const native = await app.sees(`"${body}" is announced`, ({ notifications }) => notifications.some(({ id }) => id === message.id));
  const notification = native.notifications.find(({ id }) => id === message.id);
  if (notification === undefined) throw new Error('It was seen a moment ago');
  return { message, notification };
}

const code = 'Your verification code is 482 913. Never share it.';

test.each(['darwin', 'win32'] as const)(
  'on %s a notification with a code offers to copy it, and copies the code alone',
  async (platform) => {
    const app = await start({ system: { platform } });
    const { message, notification } = await receive(app, code);
    expect(notification.actions).toEqual(['Copy 482913']);
    await app.command({ do: 'act-on-notification', notification: notification.number });
    await app.sees('it is in the clipboard', ({ clipboard }) => clipboard === '482913');
    await eventually(
      'its text is read',
      async () => mustBe(await app.call('conversations.get', { id: message.conversationId })).unread === 0,
    );
    const plain = await receive(app, 'You owe me $1250');
    expect(plain.notification.actions).toEqual([]);
  },
);

test('Windows: a notification of an earlier run starts the app and still does what it says', async () => {
  const dataFolder = await temporaryFolder();
  const first = await start({ dataFolder, system: { platform: 'win32' } });
  const { message } = await receive(first, code);
  await first.close();

  const copying = await start({
    dataFolder,
    args: ['--hidden'],
    system: { platform: 'win32', startedBy: { type: 'action', tag: message.id } },
  });
  const native = await copying.sees('the code is in the clipboard', ({ clipboard }) => clipboard === '482913');
  expect(native.window.visible).toBe(false);
  await copying.close();

  const answering = await start({
    dataFolder,
    args: ['--hidden'],
    system: { platform: 'win32', startedBy: { type: 'reply', tag: message.id, text: 'Got it' } },
  });
  await eventually('the answer is sent', async () => {
    const { items } = mustBe(await answering.call('messages.list', { conversationId: message.conversationId }));
    return items.some(({ direction, body }) => direction === 'outbound' && body === 'Got it');
  });
  await answering.close();

  const opening = await start({ dataFolder, system: { platform: 'win32', startedBy: { type: 'click', tag: message.id } } });
  await opening.page.getByRole('article').filter({ hasText: 'Never share it' }).waitFor();
});

test('Linux notifications have no buttons, and where texts are hidden no system shows a code', async () => {
  const linux = await start();
  expect((await receive(linux, code)).notification.actions).toEqual([]);
  const mac = await start({ system: { platform: 'darwin' } });
  await mac.call('settings.update', { notifications: { content: 'name-only' } });
  const { notification } = await receive(mac, code);
  expect(notification.actions).toEqual([]);
  expect(JSON.stringify((await mac.native()).notifications)).not.toMatch(/482.?913/);
});

test('the shortcut and the tray copy the latest code, and say so without showing it', async () => {
  const app = await start();
  const accelerator = 'CommandOrControl+Shift+K';
  await app.call('settings.update', { codes: { globalShortcut: accelerator } });
  await app.sees('it is listened for', ({ shortcuts }) => shortcuts.join() === accelerator);
  await app.command({ do: 'press-shortcut', accelerator });
  await app.sees('there is none', ({ notifications }) => notifications.some(({ title }) => title === 'There is no code to copy'));

  await receive(app, code);
  await app.command({ do: 'press-shortcut', accelerator });
  const copied = await app.sees('it is said', ({ notifications }) => notifications.some(({ title }) => title === 'Code copied'));
  expect(copied.clipboard).toBe('482913');
  const words = copied.notifications.find(({ title }) => title === 'Code copied');
  expect(words).toMatchObject({ body: 'It is taken out of the clipboard in 60 seconds.', silent: true, actions: [] });

  await app.command({ do: 'copy-elsewhere', text: 'something else' });
  await receive(app, 'Your code is 551204');
  await app.command({ do: 'choose-tray-item', labels: ['Copy the latest code'] });
  await app.sees('the newest is copied', ({ clipboard }) => clipboard === '551204');
});

test('a copied code is taken out of the clipboard after its time', async () => {
  const app = await start();
  await app.call('settings.update', { codes: { clearClipboardSeconds: 1 } });
  const { message } = await receive(app, code);
  await app.call('codes.copy', { messageId: message.id });
  await app.sees('it is gone', ({ clipboard }) => clipboard === '');
});

test('a shortcut that another program has is reported, until another one is chosen', async () => {
  const app = await start({ system: { shortcutsTaken: ['Control+Shift+K'] } });
  const problems = async () => mustBe(await app.call('state.snapshot', {})).problems.map(({ code: name }) => name);
  await app.call('settings.update', { codes: { globalShortcut: 'Control+Shift+K' } });
  await eventually('it is said', async () => (await problems()).includes('shortcut-taken'));
  expect((await app.native()).shortcuts).toEqual([]);
  await app.call('settings.update', { codes: { globalShortcut: 'Control+Shift+L' } });
  await app.sees('the other is listened for', ({ shortcuts }) => shortcuts.join() === 'Control+Shift+L');
  expect(await problems()).not.toContain('shortcut-taken');
  await app.call('settings.update', { codes: { globalShortcut: 'no such key!' } });
  await eventually('nonsense is said to be nonsense', async () => (await problems()).includes('shortcut-taken'));
  await app.call('settings.update', { codes: { globalShortcut: '' } });
  await app.sees('none is listened for', ({ shortcuts }) => shortcuts.length === 0);
  await eventually('nothing is wrong', async () => !(await problems()).includes('shortcut-taken'));
});

test('notifications make no sound where the user wants none', async () => {
  const app = await start();
  expect((await receive(app, 'Loud')).notification.silent).toBe(false);
  await app.call('settings.update', { notifications: { sound: false } });
  // The shell follows the settings a few times a second.
  await eventually('it is quiet', async () => (await receive(app, `Quiet ${Date.now()}`)).notification.silent);
});

test('muting a conversation takes its notification away, and nothing of it is announced any more', async () => {
  const app = await start();
  const { message } = await receive(app, 'Hello');
  await app.call('conversations.update', { id: message.conversationId, muted: true });
  await app.sees('it is gone', ({ notifications }) => notifications.every(({ state }) => state === 'closed'));
  await app.call('practice.text', { body: code });
  await app.sees('it came', ({ tray }) => tray?.menu.some(({ label }) => label === 'Copy the latest code') === true);
  expect((await app.native()).notifications.filter(({ state }) => state === 'shown')).toEqual([]);
  expect((await app.native()).badge).toBe(0);
});
