import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import type { LineView } from '../../src/contract/views.ts';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { type RecordingServer, recordingServer } from '../support/recording-server.ts';
import { cloudVno } from '../support/sign.ts';
import { onEachHost } from './each-driver.ts';

const client = '+14155550101';
const friend = '+14155550102';
const stranger = '+14155550103';

type Line = LineView & { readonly taken: RecordingServer };

/** A line at a provider that takes whatever is sent. */
async function addLine(driver: Driver, label: string, number: string): Promise<Line> {
  const provider = await recordingServer();
  onTestFinished(() => provider.close());
  provider.answer({ status: 201, body: { sid: `SM-${label}`, status: 'queued' } });
  const credentials = { authToken: 'token', apiKey: 'key', apiBaseUrl: provider.url };
  return { ...(await driver.call('lines.create', { provider: 'cloudvno', label, number, credentials })), taken: provider };
}

let texts = 0;

async function text(driver: Driver, line: LineView, from: string, body: string): Promise<void> {
  texts += 1;
  const params = { MessageSid: `SM${texts}`, From: from, To: line.number, Body: body, NumMedia: '0' };
  expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, params))).status).toBe(204);
}

const lanes = (page: Page) => page.getByRole('navigation', { name: 'Lines and lanes' });
const list = (page: Page) => page.getByRole('list', { name: 'Conversations' });
const row = (page: Page, words: string) => list(page).getByRole('listitem').filter({ hasText: words });
const press = (page: Page, words: string) => row(page, words).locator('[data-conversation]');
const lane = (page: Page, name: string) => lanes(page).getByRole('button', { name: new RegExp(`^${name}`) });
const toast = (page: Page) => page.getByRole('region', { name: 'Notices' });

async function open(page: Page, name: string): Promise<void> {
  await lane(page, name).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

async function choose(page: Page, words: string, item: string): Promise<void> {
  await press(page, words).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What the list shows, by the last digits of the numbers; `*`: chosen. */
const listed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('ul[aria-label="Conversations"] [data-conversation]')]
      .map(
        (each) => `${/\d{3}-\d{4}/.exec(each.textContent)?.[0].slice(-1) ?? '?'}${each.getAttribute('aria-pressed') === 'true' ? '*' : ''}`,
      )
      .join(' '),
  );

const shows = (page: Page, expected: string) => eventually(`the list shows ${expected}`, async () => (await listed(page)) === expected);

/** Three people have written; nobody answered yet. */
async function threeTexts(driver: Driver): Promise<Line> {
  const line = await addLine(driver, 'Work', '+12125559876');
  await text(driver, line, client, 'Is the invoice ready?');
  await text(driver, line, friend, 'Dinner on Friday?');
  await text(driver, line, stranger, 'Do you also take portraits?');
  await row(driver.page, 'portraits').waitFor();
  return line;
}

onEachHost('lanes', (start) => {
  test('whoever waits is listed longest first, and leaves when answered', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await driver.call('settings.update', { undoSendSeconds: 0 });
    await open(page, 'Waiting on me');
    await page.getByRole('heading', { name: 'Nobody waits for you' }).waitFor();

    await lane(page, 'Settings').click();
    await page.getByRole('combobox', { name: 'Waiting on me after' }).selectOption({ label: 'At once' });
    await eventually('three wait', async () => (await lane(page, 'Waiting on me').textContent())?.includes('3 conversations'));
    await open(page, 'Waiting on me');
    await shows(page, '1 2 3');
    await row(page, 'invoice').getByText('Waiting for').waitFor();
    await press(page, 'invoice').click();
    await page.getByRole('textbox', { name: 'Message' }).fill('It is');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await shows(page, '2 3');
    await page.getByRole('article').filter({ hasText: 'It is' }).waitFor();
  });

  test('a code is shown big in its own lane, ready to copy, and leaves when the next text comes', async () => {
    const driver = await start();
    const { page } = driver;
    const line = await addLine(driver, 'Work', '+12125559876');
    await open(page, 'Codes');
    await page.getByRole('heading', { name: 'No code right now' }).waitFor();
    await text(driver, line, '72345', 'Your code is 481920');
    await row(page, '481920').getByRole('button', { name: /Copy/ }).waitFor();
    await text(driver, line, '72345', 'Thanks for signing in');
    await page.getByRole('heading', { name: 'No code right now' }).waitFor();
  });

  test('unknown senders are told from people one knows, and can be kept out of the inbox', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await open(page, 'Unknown senders');
    await shows(page, '3 2 1');
    await row(page, 'Dinner').getByRole('button', { name: 'They’re fine' }).click();
    await shows(page, '3 1');
    await toast(page).getByText('No unknown sender any more').waitFor();

    await lane(page, 'Settings').click();
    await page.getByRole('switch', { name: 'Keep unknown senders out of the inbox' }).click();
    await open(page, 'Inbox');
    await shows(page, '2');
    await open(page, 'Unknown senders');
    await press(page, 'portraits').click();
    await page.getByText(/^You have never written to/).waitFor();
    await page.getByRole('button', { name: 'They’re fine' }).last().click();
    await page.getByText(/^You have never written to/).waitFor({ state: 'hidden' });
    await open(page, 'Inbox');
    await shows(page, '3 2');
  });

  test('blocking asks once, keeps what comes and tells nobody of it, until it is undone', async () => {
    const driver = await start();
    const { page } = driver;
    const line = await threeTexts(driver);
    await choose(page, 'portraits', 'Block…');
    const question = page.getByRole('alertdialog', { name: /^Block .*0103\?$/ });
    await question.getByText('you are not notified').waitFor();
    await question.getByRole('button', { name: 'Block' }).click();
    await shows(page, '2 1');
    await text(driver, line, stranger, 'I will not give up');
    await text(driver, line, friend, 'Or on Saturday?');
    await row(page, 'Saturday').waitFor();
    expect((await driver.call('state.snapshot', {})).totals.unread).toBe(3);

    await open(page, 'Blocked');
    await page.getByText('Texts from here still arrive and are kept').waitFor();
    await press(page, 'I will not give up').click();
    await page.getByRole('article').filter({ hasText: 'portraits' }).waitFor();
    await page.getByText('You blocked this sender').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    await row(page, 'I will not give up').getByRole('button', { name: 'Unblock' }).click();
    await page.getByRole('heading', { name: 'Nobody is blocked' }).waitFor();
    await toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await row(page, 'I will not give up').waitFor();
  });

  test('several are chosen with mouse and keyboard, changed at once, and taken back exactly', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await press(page, 'portraits').click({ modifiers: ['ControlOrMeta'] });
    await press(page, 'invoice').click({ modifiers: ['Shift'] });
    await shows(page, '3* 2* 1*');
    await press(page, 'Dinner').click();
    await shows(page, '3* 2 1*');
    const bar = page.getByRole('toolbar', { name: 'With the selected conversations' });
    await bar.getByRole('button', { name: 'Mark as read' }).click();
    await toast(page).getByText('2 conversations marked as read').waitFor();
    await eventually('one is unread', async () => (await driver.call('state.snapshot', {})).totals.unread === 1);
    await toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await eventually('three are again', async () => (await driver.call('state.snapshot', {})).totals.unread === 3);

    await press(page, 'Dinner').focus();
    await page.keyboard.press('x');
    await shows(page, '3 2* 1');
    await page.keyboard.press('Shift+ArrowDown');
    await shows(page, '3 2* 1*');
    await page.keyboard.press('Control+e');
    await shows(page, '3');
    await toast(page).getByText('2 conversations archived').waitFor();
    await open(page, 'Archived');
    await shows(page, '2 1');
    await toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('heading', { name: 'Nothing archived' }).waitFor();

    await open(page, 'Inbox');
    await press(page, 'portraits').focus();
    await page.keyboard.press('Control+a');
    await shows(page, '3* 2* 1*');
    await page.keyboard.press('Escape');
    await shows(page, '3 2 1');
  });

  test('a finger that rests on a row chooses it, and the next touch one more', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    const touched = press(page, 'Dinner');
    const touch = { pointerType: 'touch', bubbles: true, cancelable: true, clientX: 10, clientY: 10 };
    await touched.dispatchEvent('pointerdown', touch);
    await page.getByText('1 selected').waitFor();
    await touched.dispatchEvent('pointerup', touch);
    await touched.dispatchEvent('click');
    await shows(page, '3 2* 1');
    await press(page, 'invoice').dispatchEvent('pointerdown', touch);
    await press(page, 'invoice').dispatchEvent('pointerup', touch);
    await press(page, 'invoice').dispatchEvent('click');
    await shows(page, '3 2* 1*');
    await page.getByRole('button', { name: 'Stop selecting' }).click();
    await shows(page, '3 2 1');
  });

  test('a tag is made, seen on the row, is a lane of its own, and comes off again', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await press(page, 'portraits').click({ modifiers: ['ControlOrMeta'] });
    await press(page, 'invoice').click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('toolbar').getByRole('button', { name: 'Tags…' }).click();
    const editor = page.getByRole('dialog', { name: 'Tags of 2 conversations' });
    await editor.getByRole('textbox', { name: 'Find or make a tag' }).fill('clients');
    await page.keyboard.press('Enter');
    await editor.getByRole('checkbox', { name: 'clients', checked: true }).waitFor();
    await editor.getByRole('button', { name: 'Done' }).click();
    await row(page, 'invoice').getByText('clients').waitFor();
    await open(page, 'clients');
    await shows(page, '3 1');
    await press(page, 'invoice').click();
    await page.getByRole('button', { name: /Tags of this conversation/ }).click();
    await page.getByRole('dialog', { name: 'Tags' }).getByRole('checkbox', { name: 'clients' }).uncheck();
    await page.getByRole('button', { name: 'Done' }).click();
    await shows(page, '3');
    await toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await shows(page, '3 1');
  });

  test('pinned, muted, archived: each from the menu, each with a way back', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    const undo = () => toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await choose(page, 'invoice', 'Pin to the top');
    await shows(page, '1 3 2');
    await undo();
    await shows(page, '3 2 1');
    await choose(page, 'invoice', 'Mute');
    await eventually('it counts no more', async () => (await lane(page, 'Inbox').textContent())?.includes('2 unread'));
    await undo();
    await eventually('it counts again', async () => (await lane(page, 'Inbox').textContent())?.includes('3 unread'));
    await row(page, 'invoice').hover();
    await row(page, 'invoice').getByRole('button', { name: 'Archive' }).click();
    await shows(page, '3 2');
    await undo();
    await shows(page, '3 2 1');
  });

  test('what is marked as unread stays so while it is open, and is read when one comes back', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    const unread = () => driver.call('state.snapshot', {}).then(({ totals }) => totals.unread);
    await page.bringToFront();
    await press(page, 'invoice').click();
    await eventually('it was read', async () => (await unread()) === 2);
    await page.keyboard.press('Control+Shift+u');
    await eventually('it is unread', async () => (await unread()) === 3);
    await row(page, 'invoice').getByText('1 unread').waitFor();
    await page.getByRole('article').filter({ hasText: 'invoice' }).waitFor();
    await press(page, 'Dinner').click();
    await eventually('the other one was read', async () => (await unread()) === 2);
    await press(page, 'invoice').click();
    await eventually('coming back reads it', async () => (await unread()) === 1);
  });

  test('everything in a lane is marked as read in one step', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Mark all as read' }).click();
    await toast(page).getByText('3 conversations marked as read').waitFor();
    expect((await driver.call('state.snapshot', {})).totals.unread).toBe(0);
  });

  test('an answer leaves from the line the text came to, and the window says which', async () => {
    const driver = await start();
    const { page } = driver;
    await driver.call('settings.update', { undoSendSeconds: 0 });
    const work = await addLine(driver, 'Work', '+12125559876');
    const home = await addLine(driver, 'Home', '+12125551111');
    await text(driver, work, client, 'To your office');
    await text(driver, home, client, 'To your home');
    for (const [line, words] of [
      [work, 'To your office'],
      [home, 'To your home'],
    ] as const) {
      await press(page, words).click();
      await page.getByText(`Reply from ${line.label}`).waitFor();
      await page.getByRole('textbox', { name: 'Message' }).fill(`Answer of ${line.label}`);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await eventually('it left', () => line.taken.requests.length === 1);
      expect(JSON.parse(line.taken.requests[0]?.body ?? '')).toMatchObject({
        from: line.number,
        to: client,
        body: `Answer of ${line.label}`,
      });
    }
    expect([work.taken.requests.length, home.taken.requests.length]).toEqual([1, 1]);
  });

  test('a line has the colour one gives it, everywhere', async () => {
    const driver = await start();
    const { page } = driver;
    await threeTexts(driver);
    await lane(page, 'Work').click();
    await page.getByRole('button', { name: 'Settings of Work' }).click();
    await page.getByRole('radio', { name: 'Rose' }).click();
    await lanes(page).getByRole('button', { name: /^Work/ }).locator('[data-line="5"]').waitFor();
    await page.getByRole('combobox', { name: 'Waiting on me after' }).selectOption({ label: 'At once' });
    await eventually('they wait', async () => (await lane(page, 'Waiting on me').textContent())?.includes('3 conversations'));
    expect((await driver.call('lines.list', {})).items.find(({ label }) => label === 'Work')).toMatchObject({ color: 5, waitingHours: 0 });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing in any lane, with or without anything in it`, async () => {
      const driver = await start({ colorScheme });
      const { page } = driver;
      const found: Record<string, readonly string[]> = {};
      const look = async (screen: string) => {
        const about = await complaintsOfAxe(page);
        if (about.length > 0) found[screen] = about;
      };
      for (const name of ['Waiting on me', 'Codes', 'Archived']) {
        await open(page, name);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await look(`${name}, empty`);
      }
      await open(page, 'Inbox');
      const line = await threeTexts(driver);
      await text(driver, line, '72345', 'Your code is 481920');
      const id = async (words: string) => (await press(page, words).getAttribute('data-conversation')) ?? '';
      await driver.call('conversations.update', { id: await id('Dinner'), tags: ['clients', 'friends'] });
      await driver.call('settings.update', { lanes: { waitingHours: 0 } });
      await row(page, 'Dinner').getByText('clients').waitFor();
      for (const name of ['Inbox', 'Waiting on me', 'Codes', 'Unknown senders', 'clients', 'Work']) {
        await open(page, name);
        await list(page).waitFor();
        await list(page).getByRole('listitem').first().hover();
        await look(name);
      }
      await open(page, 'Unknown senders');
      await press(page, 'portraits').click();
      await page.getByText(/^You have never written to/).waitFor();
      await look('a thread with a stranger');
      await choose(page, 'portraits', 'Block…');
      await page.getByRole('alertdialog').waitFor();
      await look('the question before blocking');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Block' }).click();
      await open(page, 'Blocked');
      await press(page, 'portraits').click();
      await page.getByText('You blocked this sender').waitFor();
      await look('a blocked thread');
      await open(page, 'Inbox');
      await press(page, 'Dinner').click({ modifiers: ['ControlOrMeta'] });
      await look('choosing several');
      await page.getByRole('toolbar').getByRole('button', { name: 'Tags…' }).click();
      await page.getByRole('dialog').waitFor();
      await look('the editor of tags');
      await page.keyboard.press('Escape');
      await open(page, 'Work');
      await page.getByRole('button', { name: 'Settings of Work' }).click();
      await page.getByRole('radio', { name: 'Rose' }).waitFor();
      await look('the line');
      expect(found).toEqual({});
    });
  }
});
