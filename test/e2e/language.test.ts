import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { de as commonGerman } from '../../renderer/texts/de/index.ts';
import { deliveries as germanDeliveries } from '../../renderer/texts/de/later/deliveries.ts';
import { en as commonEnglish } from '../../renderer/texts/en/index.ts';
import { deliveries as englishDeliveries } from '../../renderer/texts/en/later/deliveries.ts';
import { complaintsOfAxe } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { leaves } from '../support/leaves.ts';
import { onDesktopHosts, onEachHost } from './each-driver.ts';

/** With the words of a page that brings them along. */
const en = { ...commonEnglish, deliveries: englishDeliveries };
const de = { ...commonGerman, deliveries: germanDeliveries };

type Words = typeof en;

const inLanguage = (page: Page, language: string) => page.locator(`html[lang="${language}"] nav`).waitFor();

/** The screens of the window, in the words of a language; each is left open for a look. */
async function* screens(page: Page, words: Words): AsyncGenerator<string> {
  const lanes = page.getByRole('navigation', { name: words.lanes.heading });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button(words.empty.textYourself).first().waitFor();
  yield 'first run';
  await button(words.empty.textYourself).first().click();
  await page.getByRole('list', { name: words.conversations.list }).getByRole('listitem').first().click();
  await page.getByRole('article').first().waitFor();
  yield 'thread';
  await button(words.conversations.actions).first().click();
  await page.getByRole('menu').waitFor();
  yield 'menu of the thread';
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: words.composer.message }).waitFor();
  yield 'new conversation';
  await lanes.getByRole('button', { name: words.lanes.addNumber }).click();
  await page.getByRole('button', { name: /^CloudVNO/ }).click();
  await button(words.lines.create).click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  yield 'a form with complaints';
  await page.getByRole('status', { name: words.reception.title }).getByRole('button').click();
  await page.getByRole('heading', { name: words.reception.ledger.title }).waitFor();
  yield 'reception';
  await lanes.getByRole('button', { name: words.lanes.deliveries }).click();
  await page.getByRole('list', { name: words.deliveries.list }).getByRole('listitem').first().click();
  await page.getByRole('heading', { name: words.deliveries.headers.title }).waitFor();
  yield 'deliveries';
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: words.reading.title }).waitFor();
  yield 'settings';
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: words.shortcuts.title }).waitFor();
  yield 'keys';
  await page.keyboard.press('Escape');
}

/** What is written in the page and what is read out of it. */
async function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}

const germanTexts = new Set([...leaves(de)].map(([, text]) => text));
/** What only English says. */
const onlyEnglish = new Set([...leaves(en)].map(([, text]) => text).filter((text) => /\p{L}{3}/u.test(text) && !germanTexts.has(text)));

onEachHost('in German', (start) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, no word of English is left on any screen, and axe finds nothing`, async () => {
      const { page, call } = await start({ colorScheme });
      await call('settings.update', { reading: { language: 'de' } });
      await inLanguage(page, 'de');
      const english: Record<string, readonly string[]> = {};
      const complaints: Record<string, readonly string[]> = {};
      for await (const screen of screens(page, de)) {
        const left = (await said(page)).filter((text) => onlyEnglish.has(text));
        if (left.length > 0) english[screen] = left;
        const about = await complaintsOfAxe(page);
        if (about.length > 0) complaints[screen] = about;
      }
      expect(english).toEqual({});
      expect(complaints).toEqual({});
    });
  }

  test('it is chosen in the settings and holds at once; what was being written is still there', async () => {
    const { page, call } = await start();
    await call('practice.text', { body: 'Hello' });
    await page.getByRole('listitem').filter({ hasText: 'Hello' }).click();
    const field = page.getByRole('textbox', { name: en.composer.message });
    await field.fill('Half a sentence');
    await page.keyboard.press('Control+,');
    await page.getByRole('combobox', { name: en.reading.language, exact: true }).selectOption({ label: 'Deutsch' });
    await page.getByRole('heading', { name: de.reading.title }).waitFor();
    expect(await page.title()).toContain('Texttray');
    await page.getByRole('navigation').getByRole('button', { name: de.lanes.inbox }).click();
    await page.getByRole('list', { name: de.conversations.list }).getByRole('listitem').first().click();
    await eventually(
      'the draft is there',
      async () => (await page.getByRole('textbox', { name: de.composer.message }).inputValue()) === 'Half a sentence',
    );
    await page.reload();
    await inLanguage(page, 'de');
  });

  test('failures of the core are said in German as well', async () => {
    const { page, call } = await start();
    await call('settings.update', { reading: { language: 'de' } });
    await inLanguage(page, 'de');
    await page.keyboard.press('Control+n');
    await page
      .getByRole('combobox', { name: de.compose.to })
      .or(page.getByRole('textbox', { name: de.compose.to }))
      .first()
      .fill('12');
    await page.getByRole('textbox', { name: de.composer.message }).fill('Hallo');
    await page.getByRole('textbox', { name: de.composer.message }).press('Enter');
    await page
      .getByText(/Ländervorwahl/)
      .first()
      .waitFor();
  });
});

onEachHost('twice as large', (start) => {
  for (const width of [360, 1_280]) {
    test(`at ${width} pixels everything is still there, and nothing stands out at the side`, async () => {
      const { page, call } = await start({ width, height: 800 });
      await call('practice.text', {
        body: 'A text that is long enough to need more than one line at this size, and thisoneverylongwordaswell',
      });
      await call('settings.update', { reading: { textSize: 200 } });
      await eventually('it is large', () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize === '32px'));
      const wide: string[] = [];
      const check = async (screen: string) => {
        const sides = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (sides > 0) wide.push(`${screen}: ${sides}`);
      };
      await page.getByRole('list', { name: en.conversations.list }).getByRole('listitem').click();
      await page.getByRole('article').filter({ hasText: 'A text' }).waitFor();
      await check('thread');
      for (const keys of ['Control+n', 'Control+,', 'Control+k']) {
        await page.keyboard.press(keys);
        await check(keys);
      }
      expect(wide).toEqual([]);
    });
  }

  test('at 360 pixels the title of the deliveries stays in one line', async () => {
    const { page, call } = await start({ width: 360, height: 800 });
    await call('settings.update', { reading: { textSize: 200 } });
    await eventually('it is large', () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize === '32px'));
    await page.getByRole('button', { name: en.lanes.show }).first().click();
    await page.getByRole('button', { name: en.lanes.deliveries, exact: true }).first().click();
    const title = page.getByRole('heading', { name: en.lanes.deliveries, level: 1 });
    await title.waitFor();
    expect(
      await title.evaluate((heading) => heading.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(heading).lineHeight)),
    ).toBeLessThan(1.5);
  });
});

onDesktopHosts('the shell', (start) => {
  test('Ctrl with plus, minus and zero changes the size, which is remembered', async () => {
    const { page, call } = await start();
    await page.getByRole('navigation').first().waitFor();
    const size = async () => (await call('settings.get', {})).reading.textSize;
    await page.keyboard.press('Control++');
    await eventually('it is larger', async () => (await size()) === 110);
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await eventually('it is smaller', async () => (await size()) < 100);
    await page.keyboard.press('Control+0');
    await eventually('it is as usual', async () => (await size()) === 100);
  });

  test('the tray speaks German with the window', async () => {
    const { page, call, shell } = await start();
    await page.getByRole('navigation').first().waitFor();
    await call('settings.update', { reading: { language: 'de' } });
    await eventually('it says so', async () => (await shell?.trayMenu())?.includes('Texttray beenden') === true);
    await inLanguage(page, 'de');
  });
});
