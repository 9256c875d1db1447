import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { commands, keyGroups, keysOf, localKeys } from '../../renderer/keyboard/table.ts';
import { en } from '../../renderer/texts/en/index.ts';
import { deliveries } from '../../renderer/texts/en/later/deliveries.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { cloudVno } from '../support/sign.ts';
import { onEachHost } from './each-driver.ts';

/** Three people have written on one line, the last of them a code. */
async function threeConversations(driver: Driver): Promise<void> {
  const line = await driver.call('lines.create', {
    provider: 'cloudvno',
    label: 'Shop',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: 'http://127.0.0.1:9' },
  });
  const texts = [
    ['+14155550101', 'First of three'],
    ['+14155550102', 'Second of three'],
    ['+14155550103', 'Your code is 481920'],
  ] as const;
  for (const [index, [From, Body]] of texts.entries()) {
    const text = { MessageSid: `SM${index}`, From, To: '+12125559876', Body, NumMedia: '0' };
    expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, text))).status).toBe(204);
    await driver.page.getByRole('listitem').filter({ hasText: Body }).waitFor();
  }
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '');
const opened = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).waitFor();

onEachHost('by keyboard', (start) => {
  test('every key of the sheet does what it says', async () => {
    const driver = await start();
    const { page } = driver;
    await threeConversations(driver);
    const tried = new Set<string>();
    const press = async (name: keyof typeof commands, keys: string) => {
      tried.add(name);
      await page.keyboard.press(keys);
    };

    await press('next', 'Alt+ArrowDown');
    await opened(page, 'Your code is 481920');
    await press('next', 'Alt+ArrowDown');
    await opened(page, 'Second of three');
    await press('previous', 'Alt+ArrowUp');
    await opened(page, 'Your code is 481920');
    await press('nextUnread', 'Alt+Shift+ArrowDown');
    await opened(page, 'First of three');
    await press('nth', 'Control+2');
    await opened(page, 'Second of three');
    await press('markUnread', 'Control+Shift+U');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Shop 1 unread/ })
      .waitFor();
    await press('previousUnread', 'Alt+Shift+ArrowUp');
    await opened(page, 'Second of three');

    await press('composer', 'Control+Shift+T');
    await page.keyboard.type('two');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('lines?');
    expect(await page.getByRole('textbox', { name: en.composer.message }).inputValue()).toBe('two\nlines?');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'lines?' }).waitFor();

    await press('search', 'Control+f');
    await page.keyboard.type('First');
    expect(await page.getByRole('searchbox', { name: en.search.label }).inputValue()).toBe('First');
    await press('back', 'Escape');
    await eventually('the search is left', async () => (await page.getByRole('searchbox', { name: en.search.label }).inputValue()) === '');

    await press('inspector', 'Control+i');
    await page.getByRole('heading', { name: deliveries.headers.title }).waitFor();
    await page.keyboard.press('Escape');
    await opened(page, 'Second of three');

    await press('archive', 'Control+e');
    await page.getByText(en.manage.done.archived(1)).waitFor();
    await page.getByRole('article').first().waitFor({ state: 'detached' });

    await press('compose', 'Control+n');
    await page.getByRole('heading', { name: en.compose.title }).waitFor();
    await press('settings', 'Control+,');
    await page.getByRole('heading', { name: en.reading.title }).waitFor();
    await press('goTo', 'Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('copyCode', 'Control+Shift+C');
    await page
      .getByText(/481920/)
      .first()
      .waitFor();
    await press('help', '?');
    await page.getByRole('dialog', { name: en.shortcuts.title }).waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Escape');
    await eventually('the list is back', async () => (await focused(page)) === 'list');
    await press('nextPane', 'F6');
    const after = await focused(page);
    expect(after).not.toBe('list');
    await press('previousPane', 'Shift+F6');
    expect(await focused(page)).toBe('list');

    // Keys that only the desktop app has are tried there.
    const others = Object.entries(commands).filter(([, { desktopOnly }]) => desktopOnly === undefined);
    expect(others.map(([name]) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test('the sheet shows all of them, and finds one by what it does', async () => {
    const { page, call } = await start();
    const { host } = await call('state.snapshot', {});
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: en.shortcuts.title });
    const rows = keyGroups.flatMap((group) => keysOf(group, host.kind));
    expect(await sheet.getByRole('term').count()).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(Object.keys(commands).length + Object.keys(localKeys).length - 3);
    await sheet.getByRole('searchbox').fill('archive');
    expect(await sheet.getByRole('term').allInnerTexts()).toEqual([en.shortcuts.names.archive]);
    await sheet.getByRole('searchbox').fill('no such thing');
    await sheet.getByText(en.shortcuts.nothing).waitFor();
  });

  test('letters and the question mark are typed where one types', async () => {
    const { page, call } = await start();
    await call('practice.text', { body: 'Hello' });
    await page.getByRole('listitem').filter({ hasText: 'Hello' }).click();
    const field = page.getByRole('textbox', { name: en.composer.message });
    await field.pressSequentially('really? e n /');
    expect(await field.inputValue()).toBe('really? e n /');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('F6 goes through every part of the window and around, and back to where the focus was', async () => {
    const { page, call } = await start();
    await call('practice.text', { body: 'Hello' });
    await page.getByRole('listitem').filter({ hasText: 'Hello' }).click();
    await page.getByRole('textbox', { name: en.composer.message }).focus();
    const parts: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      await page.keyboard.press('F6');
      parts.push(await focused(page));
    }
    expect(parts).toEqual(['lanes', 'list', 'thread', 'composer']);
    await page.keyboard.press('Shift+F6');
    expect(await focused(page)).toBe('thread');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName)).toBe('ARTICLE');
  });

  test('the focus is never lost: after archiving from the list, after a dialog, after removing a message', async () => {
    const driver = await start();
    const { page } = driver;
    await threeConversations(driver);
    const list = page.getByRole('list', { name: en.conversations.list });
    await list.getByRole('button', { name: /Second of three/ }).focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: en.conversations.archive }).press('Enter');
    await page.getByText(en.manage.done.archived(1)).waitFor();
    await eventually('the focus is on another row', async () => (await focused(page)) === 'list');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('list');

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await eventually('it is back in the list', async () => (await focused(page)) === 'list');

    await page.keyboard.press('Enter');
    const thread = page.getByRole('article').first();
    await thread.waitFor();
    await thread.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: en.thread.remove }).press('Enter');
    await thread.waitFor({ state: 'detached' });
    await eventually('something has the focus', () => page.evaluate(() => document.activeElement !== document.body));
  });

  test('Escape leads back step by step, also in a narrow window', async () => {
    const { page, call } = await start({ width: 400, height: 700 });
    await call('practice.text', { body: 'Hello' });
    const list = page.getByRole('list', { name: en.conversations.list });
    await list.getByRole('button').first().click();
    await opened(page, 'Hello');
    await page.keyboard.press('Escape');
    await list.waitFor();
    await eventually('its row has the focus', () => page.evaluate(() => document.activeElement?.hasAttribute('data-roving')));
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('button', { name: en.lanes.inbox }).waitFor();
  });
});
