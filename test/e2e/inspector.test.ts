import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { deliveries as words } from '../../renderer/texts/en/later/deliveries.ts';
import { complaintsOfAxe } from '../support/axe.ts';
import { deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { receiveSmsInk } from '../support/sign.ts';
import { onEachHost, type Start } from './each-driver.ts';

const secret = 'right';
const peer = '+14155551234';

async function withLine(start: Start, options: Parameters<Start>[0] = {}) {
  const driver = await start(options);
  const line = await driver.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: secret },
  });
  const send = async (text: string, id: number, signedWith = secret) => {
    const { status } = await deliver(driver, line, receiveSmsInk(signedWith, { id, from: peer, text }));
    return status;
  };
  return { driver, page: driver.page, line, send };
}

const listOf = (page: Page) => page.getByRole('list', { name: words.list, exact: true });
const rowsOf = (page: Page) => listOf(page).getByRole('listitem');
const detailsOf = (page: Page) => page.getByRole('region', { name: words.contents });
const bodyOf = (page: Page) => page.getByRole('region', { name: words.body.shown });

async function openDeliveries(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Deliveries', exact: true }).click();
  await rowsOf(page).first().waitFor();
}

const shows = (page: Page, tab: string) => page.getByRole('radio', { name: tab, exact: true }).check({ force: true });
const listed = (page: Page, count: number) => eventually(`${count} are listed`, async () => (await rowsOf(page).count()) === count);

onEachHost('the inspector', (start) => {
  test('a refused forgery is found by its verdict and its text, its signature is revealed, its body looked at in every way', async () => {
    const { page, send } = await withLine(start, { colorScheme: 'dark' });
    expect(await send('Genuine', 1)).toBe(204);
    expect(await send('You have won a prize', 2, 'wrong')).toBe(401);
    await openDeliveries(page);
    await listed(page, 2);
    await page.keyboard.press('/');
    await page.keyboard.type('a prize');
    await listed(page, 1);
    await page.getByRole('button', { name: words.filters.show }).click();
    await page.getByRole('button', { name: 'Accepted', exact: true }).click();
    await page.getByRole('heading', { name: words.nothingContains('a prize') }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: words.filters.remove('Accepted') }).click();
    await listed(page, 1);
    await rowsOf(page).first().getByRole('button').click();
    await detailsOf(page).getByText('Refused').first().waitFor();

    const header = page.getByRole('definition').filter({ hasText: '••••' }).first();
    await page.getByRole('button', { name: words.headers.reveal('x-webhook-signature') }).click();
    await page
      .getByRole('definition')
      .filter({ hasText: /^sha256=[0-9a-f]{64}$/ })
      .waitFor();
    await page.getByRole('button', { name: words.headers.conceal('x-webhook-signature') }).click();
    await header.waitFor();

    const body = bodyOf(page);
    await body.getByText('"You have won a prize"').waitFor();
    await page.getByRole('searchbox', { name: words.body.find }).fill('PRIZE');
    await page.getByText(words.body.found(1, '1')).waitFor();
    expect(await body.locator('mark').textContent()).toBe('prize');
    await page.getByRole('button', { name: words.body.fold('data') }).click();
    await body.getByText('You have won').waitFor({ state: 'detached' });
    await shows(page, 'Raw');
    await body.getByText('{"event":"sms.received"').waitFor();
    await shows(page, 'Hex');
    await body.getByText('7b 22 65 76').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
  });

  test('what hostile bodies hold is shown as text, does nothing, and freezes nothing', async () => {
    const { driver, page, line } = await withLine(start);
    const hostile = [
      JSON.stringify({ text: '<img src=x onerror="window.owned=1"><script>window.owned=1</script>\u001b[31m\u202Egnp.exe' }),
      `${'['.repeat(10_000)}1${']'.repeat(10_000)}`,
      `"${'x'.repeat(260_000)}"`,
      Buffer.from([0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x41]),
    ];
    for (const body of hostile) {
      const headers = { 'content-type': 'application/json', 'x-webhook-signature': '<script>window.owned=1</script>' };
      await fetch(`${driver.receiverUrl}${line.webhookPath}?q=<script>window.owned=1</script>`, { method: 'POST', headers, body });
    }
    await openDeliveries(page);
    await listed(page, 4);
    const open = async (index: number) => {
      await rowsOf(page).nth(index).getByRole('button').click();
      await bodyOf(page).waitFor();
    };
    const body = bodyOf(page);
    await open(3);
    await body.getByText('ESC', { exact: true }).waitFor();
    await body.getByText('RLO', { exact: true }).waitFor();
    await open(2);
    await page.getByRole('button', { name: words.body.unfoldAll }).click();
    await body.press('End');
    await body.getByText(']', { exact: true }).first().waitFor();
    await open(1);
    await page.getByRole('searchbox', { name: words.body.find }).fill('x');
    await page.getByText(words.body.foundMany(5_000), { exact: false }).waitFor();
    await shows(page, 'Raw');
    await body.locator('mark').first().waitFor();
    await shows(page, 'Hex');
    await open(0);
    await body.getByText('ff fe 00 1b 5b 41').waitFor();
    expect(await page.evaluate(() => 'owned' in window)).toBe(false);
    // The window still answers, and at once.
    await page.getByRole('navigation').getByRole('button', { name: 'Inbox' }).first().click();
    await page
      .getByRole('list', { name: 'Conversations' })
      .or(page.getByRole('heading', { name: /inbox|yet/i }))
      .first()
      .waitFor();
  });

  test('following opens what arrives by itself, stops when one opens another, and goes on', async () => {
    const { page, send } = await withLine(start);
    await send('First', 1);
    await openDeliveries(page);
    await page.getByRole('button', { name: words.follow.toggle, exact: true }).click();
    await page.getByText(words.follow.following).waitFor();
    await send('Second', 2);
    await bodyOf(page).getByText('"Second"').waitFor();
    await send('Third', 3);
    await bodyOf(page).getByText('"Third"').waitFor();
    await listed(page, 3);
    await rowsOf(page).nth(2).getByRole('button').click();
    await page.getByText(words.follow.stopped.opened).first().waitFor();
    await send('Fourth', 4);
    await page.getByText(words.follow.arrived(1)).first().waitFor();
    await bodyOf(page).getByText('"First"').waitFor();
    await page.getByRole('button', { name: words.follow.goOn }).first().click();
    await bodyOf(page).getByText('"Fourth"').waitFor();
    // What is selected is being read.
    await bodyOf(page).getByText('"Fourth"').click({ clickCount: 2 });
    await page.getByText(words.follow.stopped.selected).first().waitFor();
    await send('Fifth', 5);
    await page.getByText(words.follow.arrived(1)).first().waitFor();
    await bodyOf(page).getByText('"Fourth"').waitFor();
  });

  test('a bubble leads to all its deliveries, and each of them back to it', async () => {
    const { page, send } = await withLine(start);
    await send('Twice', 1);
    expect(await send('Twice', 1)).toBe(204);
    await send('Once', 2);
    await page.getByRole('listitem').filter({ hasText: 'Once' }).click();
    await page.getByRole('article').filter({ hasText: 'Twice' }).focus();
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: words.filters.remove(words.filters.ofMessage) }).waitFor();
    await listed(page, 2);
    await listOf(page).getByText('Duplicate').click();
    await page.getByText(words.dedupe.isRepetition).waitFor();
    await page.getByRole('button', { name: words.openMessage }).click();
    await page.getByRole('article').filter({ hasText: 'Twice' }).waitFor();
    // Another time it is all of them again.
    await openDeliveries(page);
    await listed(page, 3);
  });

  test('the last day is drawn by verdict, and a bar lists what came then; the keyboard reaches everything', async () => {
    const { page, send } = await withLine(start);
    await send('One', 1);
    await send('Two', 2);
    await send('Forged', 3, 'wrong');
    await openDeliveries(page);
    const table = page.getByRole('table', { name: words.rates.table });
    const counts = async () => (await table.getByRole('cell').allTextContents()).map(Number);
    await eventually('all are counted', async () => (await counts()).reduce((sum, count) => sum + count, 0) === 3);
    // They may have come in two steps: the last of them holds the forged one.
    const bar = page.getByRole('radio', { name: /1 Refused/ });
    const inBar = ((await bar.getAttribute('aria-label'))?.match(/\d+(?= (?:Accepted|Refused))/g) ?? []).map(Number);
    await bar.focus();
    await page.keyboard.press('Space');
    await page.getByRole('list', { name: words.filters.chosen }).waitFor();
    await listed(
      page,
      inBar.reduce((sum, count) => sum + count, 0),
    );
    await page.getByRole('button', { name: /^Remove: / }).click();
    await listed(page, 3);
    await rowsOf(page).first().getByRole('button').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await bodyOf(page).getByText('"One"').waitFor();
    await page.keyboard.press('Control+f');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(words.filters.text);
    expect(await complaintsOfAxe(page)).toEqual([]);
  });
});
