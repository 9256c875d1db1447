import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Driver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { onEachHost } from './each-driver.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say about the page as it is now. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(await axeSource);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return page.evaluate<string[]>('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))');
}

const text = (call: Driver['call'], body: string) => call('practice.text', { body });
const hits = (page: Page) => page.locator('[data-hit]');
/** What the palette offers; a page behind it may hold options of its own. */
const options = (page: Page, only: { selected?: boolean } = {}) => page.getByRole('dialog', { name: 'Go to' }).getByRole('option', only);
const marked = (page: Page) => page.locator('mark').allTextContents();
const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');

onEachHost('search', (start) => {
  test('finds texts as one types, marks what matches, and leads to the message in its thread', async () => {
    const { page, call } = await start();
    await text(call, 'Das Café öffnet um zehn');
    for (let index = 0; index < 70; index += 1) await text(call, `filler ${index}`);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('CAFE zehn');
    await hits(page).filter({ hasText: 'öffnet' }).waitFor();
    expect(await marked(page)).toEqual(['Café', 'zehn']);
    await page.keyboard.press('ArrowDown');
    await eventually('the first result has the focus', async () => (await focused(page)).includes('öffnet'));
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'Das Café öffnet um zehn' }).waitFor();
    // The results stay, so that the next one is one key away.
    expect(await hits(page).count()).toBe(1);
  });

  test('is left with Escape: from a result to the field, from there to all conversations', async () => {
    const { page, call } = await start();
    await text(call, 'one apple');
    await text(call, 'two apples');
    const field = page.getByRole('searchbox');
    await field.fill('apple');
    await hits(page).nth(1).waitFor();
    await field.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually('the second result has the focus', async () => (await focused(page)).includes('one apple'));
    await page.keyboard.press('Escape');
    await eventually('the field has the focus', () => field.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Conversations' }).waitFor();
    expect(await field.inputValue()).toBe('');
  });

  test('is narrowed with filters, which also list without a word, and says when they leave out everything', async () => {
    const { page, call } = await start();
    const { items } = await call('lines.list', {});
    const lineId = items[0]?.id ?? '';
    await text(call, 'a text that came');
    await call('messages.send', { lineId, to: '+12025550188', body: 'a text that went', clientId: 'c1' });
    await page.getByRole('searchbox').fill('a text that');
    await hits(page).nth(1).waitFor();
    await page.getByRole('button', { name: 'Show filters' }).click();
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('outbound');
    await eventually('only what was sent is listed', async () => (await hits(page).count()) === 1);
    expect(await hits(page).first().textContent()).toContain('that went');
    await page.getByRole('searchbox').fill('');
    await eventually('the filter alone lists', async () => (await hits(page).first().textContent())?.includes('that went'));
    await page.getByRole('button', { name: 'With attachment' }).click();
    await page.getByRole('heading', { name: 'Nothing fits these filters' }).waitFor();
    await page.getByRole('searchbox').fill('that came');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Search without filters' }).click();
    await hits(page).filter({ hasText: 'that came' }).waitFor();
  });

  test('shows older results when one scrolls to the end', async () => {
    const { page, call } = await start();
    for (let index = 0; index < 70; index += 1) await text(call, `needle ${index}`);
    await page.getByRole('searchbox').fill('needle');
    await hits(page).nth(29).waitFor();
    await eventually('all are there', async () => {
      await hits(page).last().scrollIntoViewIfNeeded();
      return (await hits(page).count()) >= 70;
    });
    await hits(page).filter({ hasText: 'needle 0' }).waitFor();
  });

  test('a person is found by number, and by whatever is typed nothing breaks', async () => {
    const { page, call } = await start();
    await text(call, 'say "hi" AND (NOT) bye*');
    const field = page.getByRole('searchbox');
    await field.fill('(202) 555');
    await page.getByRole('heading', { name: 'Conversations' }).waitFor();
    for (const query of ['"', '"hi" AND', 'NOT', '(', 'bye*', '*', 'AND OR']) {
      await field.fill(query);
      await eventually(`"${query}" was answered`, async () => {
        const found = await call('search.query', { query });
        return found.complete && (await hits(page).filter({ hasText: 'say' }).count()) === (found.messages.length > 0 ? 1 : 0);
      });
    }
  });
});

onEachHost('the palette', (start) => {
  test('goes to a person, a page, a setting and a line by keyboard alone', async () => {
    const { page, call } = await start();
    await text(call, 'Hello there');
    await page.getByRole('listitem').filter({ hasText: 'Hello there' }).waitFor();
    const goTo = async (typed: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Go to' }).waitFor();
      await page.keyboard.type(typed);
      await options(page, { selected: true }).waitFor();
    };
    await goTo('555-0188');
    await options(page, { selected: true }).filter({ hasText: '555' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'Hello there' }).waitFor();
    await goTo('deliv');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Deliveries' }).waitFor();
    await goTo('raw deliver');
    await options(page, { selected: true }).filter({ hasText: 'Setting' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually('the section has the focus', async () => (await focused(page)) === 'Raw deliveries');
    await goTo('practi');
    await options(page, { selected: true }).filter({ hasText: 'Line' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  });

  test('does what it says, wraps around its ends, and gives the focus back when it is left', async () => {
    const { page } = await start({ colorScheme: 'light' });
    const field = page.getByRole('searchbox');
    await field.focus();
    await page.keyboard.press('Control+k');
    await options(page).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await eventually('the last one is chosen', () =>
      page
        .getByRole('option')
        .last()
        .evaluate((option) => option.ariaSelected === 'true'),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await eventually('the field has the focus again', () => field.evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('theme dark');
    await options(page, { selected: true }).filter({ hasText: 'Dark' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(
      'it is dark',
      async () => (await page.evaluate<string>('getComputedStyle(document.documentElement).colorScheme')) === 'dark',
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('nothing of the kind');
    await page.getByText('Nothing is called “nothing of the kind”.').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Ctrl+K: Go to a conversation, line, setting or action' }).click();
    await options(page).first().waitFor();
  });
});

onEachHost('search and palette', (start) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing, and nothing breaks the window's policy`, async () => {
      const { page, call } = await start({ colorScheme });
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await text(call, 'A text to be found');
      await page.getByRole('searchbox').fill('text');
      await hits(page).first().waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show filters' }).click();
      await page.getByRole('combobox', { name: 'Time' }).selectOption('range');
      await page.getByLabel('From').waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.keyboard.press('Control+k');
      await options(page).first().waitFor();
      expect(await complaints(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  }
});
