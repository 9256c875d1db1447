import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NativeState } from '../../support/electron/launch.ts';
import { eventually } from '../../support/eventually.ts';
import { mustBe, start } from './running.ts';

const picture = (name: string): string =>
  `data:image/png;base64,${readFileSync(new URL(`../../../electron/icons/tray/${name}.png`, import.meta.url)).toString('base64')}`;
const labels = ({ tray }: NativeState): string[] => (tray?.menu ?? []).map(({ label }) => label);

test('the tray follows what is unread and how texts can arrive, with a new menu after each change', async () => {
  const app = await start({ args: ['--public-url', 'https://texts.invalid'] });
  const before = await app.sees('the reception was checked', (native) => labels(native)[1]?.startsWith('Not reachable since') === true);
  expect(before.tray).toMatchObject({
    image: picture('unreachable-32'),
    tooltip: expect.stringContaining('Texttray · Not reachable since'),
    isTemplate: false,
  });
  expect(before.badge).toBe(0);

  const { conversationId } = mustBe(await app.call('practice.text', { body: 'One' }));
  const after = await app.sees(
    'the text is counted',
    ({ tray }) => tray?.tooltip.startsWith('Texttray · 1 unread · Not reachable') === true,
  );
  expect(after.tray?.image).toBe(picture('unreachable-unread-32'));
  expect(after.tray?.menusSet).toBeGreaterThan(before.tray?.menusSet ?? 0);
  expect(labels(after)).toContain('+1 202 555 0188 (1)');
  expect(after.badge).toBe(1);

  await app.command({ do: 'choose-tray-item', labels: ['Pause receiving'] });
  const paused = await app.sees('it is paused', (native) => labels(native)[1]?.startsWith('Paused since') === true);
  expect(paused.tray?.image).toBe(picture('paused-unread-32'));
  // The tunnel stays: what comes through it is asked to come again.
  expect(mustBe(await app.call('tunnel.status', {}))).toMatchObject({ reception: 'paused', state: 'up' });
  await app.command({ do: 'choose-tray-item', labels: ['Resume receiving'] });
  await app.sees('it is resumed', (native) => labels(native).includes('Pause receiving'));

  await app.call('conversations.markRead', { id: conversationId });
  await app.sees('nothing is unread', ({ badge, tray }) => badge === 0 && tray?.image === picture('unreachable-32'));
});

test('the menu opens conversations, settings and a new text, and copies the webhook address', async () => {
  const app = await start();
  const { conversationId } = mustBe(await app.call('practice.text', { body: 'One' }));
  await app.sees('it is in the menu', (native) => labels(native).includes('+1 202 555 0188 (1)'));
  await app.command({ do: 'choose-tray-item', labels: ['Copy webhook URL'] });
  const [line] = mustBe(await app.call('lines.list', {})).items;
  expect((await app.native()).clipboard).toBe(line?.webhookUrl);
  expect(line?.webhookUrl).toMatch(/\/hooks\/[\w-]{22}$/);

  await app.command({ do: 'close-window' });
  await app.sees('the window is hidden', ({ window }) => !window.visible);
  await app.listen();
  for (const [label, page] of [
    ['+1 202 555 0188 (1)', { page: 'conversation', id: conversationId }],
    ['Settings…', { page: 'settings' }],
    ['New text…', { page: 'compose' }],
  ] as const) {
    await app.command({ do: 'choose-tray-item', labels: [label] });
    await eventually(`${label} is shown`, async () =>
      (await app.events()).some((event) => event.kind === 'navigate' && JSON.stringify(event.to) === JSON.stringify(page)),
    );
    expect((await app.native()).window.visible).toBe(true);
    // A conversation that was opened is read, and its label says so no more.
    await app.call('conversations.markRead', { id: conversationId, read: false });
    await app.sees('it is unread again', (native) => labels(native).includes('+1 202 555 0188 (1)'));
  }
});

test('closing the window leaves the app in the tray and says so once, over restarts', async () => {
  const app = await start();
  const explanations = ({ notifications }: NativeState): number =>
    notifications.filter(({ title }) => title === 'Texttray keeps running').length;
  await app.command({ do: 'close-window' });
  await app.sees('it is said', (native) => !native.window.visible && explanations(native) === 1);
  await app.command({ do: 'click-tray' });
  await app.sees('the window is back', ({ window }) => window.visible && window.focused);
  await app.command({ do: 'close-window' });
  await app.sees('the window is hidden', ({ window }) => !window.visible);
  await eventually('it is remembered', async () => mustBe(await app.call('settings.get', {})).closeExplained);
  expect(explanations(await app.native())).toBe(1);
  await app.close();

  const again = await start({ dataFolder: app.dataFolder });
  await again.command({ do: 'close-window' });
  const native = await again.sees('the window is hidden', ({ window }) => !window.visible);
  await again.call('settings.get', {});
  expect(explanations(native)).toBe(0);
});

test('without notifications closing is explained in a dialog', async () => {
  const app = await start({ system: { notifications: 'unsupported' } });
  await app.command({ do: 'close-window' });
  const { dialogs } = await app.sees('it is said', (native) => native.dialogs.length > 0);
  expect(dialogs).toEqual([
    { kind: 'message', title: 'Texttray keeps running', detail: expect.stringContaining('tray icon'), buttons: ['OK'] },
  ]);
});

test('without a tray the window is minimised instead of hidden, and is shown even when it should start hidden', async () => {
  const app = await start({ system: { tray: false }, args: ['--hidden'] });
  await app.sees('the window is there', ({ window }) => window.visible);
  expect((await app.native()).tray).toBeNull();
  await app.command({ do: 'close-window' });
  const { window } = await app.sees('it is minimised', (native) => native.window.minimized);
  expect(window).toMatchObject({ created: true, visible: true });
  await app.command({ do: 'choose-menu-item', labels: ['&File', 'Settings…'] });
  await app.sees('it is back', (native) => !native.window.minimized && native.window.focused);
});

test('started hidden, the app waits in the tray', async () => {
  const app = await start({ args: ['--hidden'] });
  expect((await app.native()).window).toMatchObject({ created: true, visible: false });
  await app.call('practice.text', { body: 'Texts arrive all the same' });
  await app.sees('the text is counted', ({ tray }) => tray?.tooltip.includes('1 unread') === true);
  await app.command({ do: 'choose-tray-item', labels: ['Open Texttray'] });
  await app.sees('the window is there', ({ window }) => window.visible);
});

test('macOS gets template pictures and its own menu, Windows a dot on the task bar', async () => {
  const mac = await start({ system: { platform: 'darwin' } });
  const macNative = await mac.native();
  expect(macNative.tray).toMatchObject({ isTemplate: true, image: picture('unreachable-template-18') });
  expect(macNative.applicationMenu[0]?.role).toBe('appMenu');
  await mac.close();

  const windows = await start({ system: { platform: 'win32' } });
  expect(await windows.native()).toMatchObject({ appUserModelId: 'app.texttray.desktop', tray: { image: picture('unreachable-16') } });
  const { conversationId } = mustBe(await windows.call('practice.text', { body: 'One' }));
  await windows.sees('the dot is there', ({ window }) => window.overlay === '1 unread');
  await windows.call('conversations.markRead', { id: conversationId });
  await windows.sees('the dot is gone', ({ window }) => window.overlay === null);
});
