import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { onEachHost } from './each-driver.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe has to say about the page as it is now, in short. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axeSource);
  // What is fading in has not got its colours yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Every screen, in the order in which a curious user would come upon them; each is left open for a look. */
async function* screens(page: Page): AsyncGenerator<string> {
  const lanes = page.getByRole('navigation');
  await page.getByRole('button', { name: 'Text yourself' }).first().waitFor();
  yield 'first run';
  await page.getByRole('button', { name: 'Text yourself' }).first().click();
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').click();
  await page.getByRole('article').first().waitFor();
  yield 'thread';
  await page.getByRole('button', { name: 'More about this conversation' }).click();
  await page.getByRole('menu').waitFor();
  yield 'menu';
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  yield 'search without results';
  await page.getByRole('button', { name: 'Back to all conversations' }).click();
  await page.keyboard.press('Control+n');
  await page.getByRole('combobox', { name: 'To' }).waitFor();
  yield 'new conversation';
  await lanes.getByRole('button', { name: 'Add your number' }).click();
  await page.getByRole('button', { name: /^CloudSpire/ }).click();
  await page.getByRole('button', { name: 'Add this number' }).click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  yield 'a form with complaints';
  await lanes.getByRole('button', { name: 'Practice' }).click();
  await page.getByRole('button', { name: /^Settings of/ }).click();
  await page.getByRole('button', { name: 'Remove line' }).click();
  await page.getByRole('alertdialog').waitFor();
  yield 'line and question';
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('status', { name: 'Reception' }).getByRole('button').click();
  await page.getByRole('heading', { name: 'Reception' }).waitFor();
  yield 'reception';
  await lanes.getByRole('button', { name: 'Deliveries' }).click();
  await page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem').first().click();
  await page.getByRole('heading', { name: 'Headers' }).waitFor();
  yield 'deliveries';
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Appearance' }).waitFor();
  yield 'settings';
}

onEachHost('the window', (start) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing on any screen, and nothing breaks the window's policy`, async () => {
      const { page } = await start({ colorScheme });
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      const found: Record<string, readonly string[]> = {};
      for await (const screen of screens(page)) {
        const about = await complaints(page);
        if (about.length > 0) found[screen] = about;
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
    });
  }

  test('a narrow one shows one pane at a time, with a way back from each', async () => {
    const { page, call } = await start({ width: 360, height: 700 });
    await call('practice.text', { body: 'Small' });
    const list = page.getByRole('list', { name: 'Conversations' });
    await list.getByRole('listitem').click();
    await page.getByRole('article').filter({ hasText: 'Small' }).waitFor();
    expect(await list.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Back' }).click();
    await list.waitFor();
    expect(await page.getByRole('feed').count()).toBe(0);
    await page.getByRole('button', { name: 'Show lines and lanes' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBe(0);
  });

  test('is used by keyboard alone: open, answer, walk through the thread, open the menu', async () => {
    const { page, call } = await start();
    await call('practice.text', { body: 'First' });
    await page.getByRole('listitem').filter({ hasText: 'First' }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('article').filter({ hasText: 'First' }).waitFor();
    await page.keyboard.press('Control+Shift+T');
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'one two' }).first().waitFor();
    await page.keyboard.press('Shift+Tab');
    const focused = () => page.evaluate<string>('document.activeElement?.getAttribute("role") ?? document.activeElement?.tagName ?? ""');
    await eventually('the thread takes the focus with one Tab', async () => {
      if ((await focused()) === 'ARTICLE') return true;
      await page.keyboard.press('Shift+Tab');
      return false;
    });
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually('the focus is back on the message', async () => (await focused()) === 'ARTICLE');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  });

  test('keeps the theme one chose over that of the system', async () => {
    const { page } = await start({ colorScheme: 'light' });
    const scheme = () => page.evaluate<string>('getComputedStyle(document.documentElement).colorScheme');
    await page.getByRole('navigation').getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await eventually('the window is dark', async () => (await scheme()) === 'dark');
    await page.reload();
    await eventually('it still is', async () => (await scheme()) === 'dark');
  });
});
