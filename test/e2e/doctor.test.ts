import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { LineView } from '../../src/contract/views.ts';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { cloudVno, receiveSmsInk, type Signed } from '../support/sign.ts';
import { onEachHost } from './each-driver.ts';

const token = 'test_auth_token_42';
const publicUrl = 'https://texts.example.com';
const params = (text: string) => ({ MessageSid: `SM${text.length}`, From: '+12025550143', To: '+12025550100', Body: text });

const addCloudVno = (app: Driver, authToken = token): Promise<LineView> =>
  app.call('lines.create', { provider: 'cloudvno', label: 'Work', number: '+12025550100', credentials: { authToken } });

async function addInk(app: Driver, webhookSecret = 'secret'): Promise<LineView> {
  return app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Sign-ups',
    number: '+12025550111',
    credentials: { webhookSecret },
  });
}

async function openNewestDelivery(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
  await page.getByRole('list', { name: 'Deliveries' }).getByRole('listitem').first().getByRole('button').click();
}

const diagnosis = (page: Page) => page.getByRole('region', { name: 'Why it was refused' });

async function findsText(page: Page, text: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Inbox/ })
    .click();
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: text }).first().waitFor();
}

async function takeAlong(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Take it along' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').waitFor();
}

/** A line whose address has a slash at its end at the provider, and what came for it. */
async function withWrongAddress(app: Driver, text: string): Promise<{ readonly line: LineView; readonly sent: Signed }> {
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl });
  const line = await addCloudVno(app);
  const sent = cloudVno(token, `${publicUrl}${line.webhookPath}/`, params(text));
  expect((await deliver(app, line, sent)).status).toBe(401);
  return { line, sent };
}

onEachHost('the signature doctor', (start) => {
  test('names the wrong address, has it accepted with one click, and the next try of the provider arrives', async () => {
    const app = await start();
    const { page } = app;
    const { line, sent } = await withWrongAddress(app, 'See you at seven');
    await openNewestDelivery(page);
    const found = diagnosis(page);
    await found.getByText('The address CloudVNO signed for differs from the line’s by a slash at the end.').waitFor();
    await found.getByText('You, here').waitFor();
    expect(await found.locator('mark').allTextContents()).toEqual(['/']);
    await found.getByRole('button', { name: 'Accept this address too' }).click();
    await found.getByText('It would be accepted now.').waitFor();
    await found.getByText('CloudVNO sends what was refused again after 1, 5, and 30 minutes.').waitFor();
    expect((await deliver(app, line, sent)).status).toBe(204);
    await findsText(page, 'See you at seven');
  });

  test('has the provider be given another address where signatures for the wrong one cannot be accepted safely', async () => {
    const app = await start();
    const { page } = app;
    await app.call('tunnel.configure', { kind: 'own-url', publicUrl });
    const line = await addCloudVno(app);
    const sent = cloudVno(token, `http://texts.example.com${line.webhookPath}`, params('In the clear'));
    expect((await deliver(app, line, sent)).status).toBe(401);
    await openNewestDelivery(page);
    const found = diagnosis(page);
    await found.getByText('CloudVNO signed for an address with http://, but the line’s begins with https://.').waitFor();
    await found.getByText('The sender’s side').waitFor();
    await found.getByText(/Phone Numbers → your number → Messaging/).waitFor();
    await found.getByRole('button', { name: 'Copy the line’s address' }).waitFor();
    expect(await found.locator('code').allTextContents()).toContain(`${publicUrl}${line.webhookPath}`);
    expect(await found.getByRole('button', { name: 'Accept this address too' }).count()).toBe(0);
  });

  test('corrects a secret that was pasted with its quotation marks, and sends the refused text again into the inbox', async () => {
    const app = await start();
    const { page } = app;
    const line = await addInk(app, '"abcdef123456"');
    const sent = receiveSmsInk('abcdef123456', { id: 7, from: '+12025550143', text: 'Quoted' });
    expect((await deliver(app, line, sent)).status).toBe(401);
    await openNewestDelivery(page);
    const found = diagnosis(page);
    await found.getByText(/differ by quotation marks around them/).waitFor();
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    await found.getByRole('button', { name: 'Correct the stored secret' }).press('Enter');
    await found.getByText(/To take it back, enter the secret again/).waitFor();
    // By keyboard alone: what comes next has the focus.
    await eventually('the next step has the focus', async () => (await focused()) === 'Send it again now');
    await page.keyboard.press('Enter');
    await found.getByText('It was accepted: the text is in the inbox.').waitFor();
    await eventually('the message is one key away', async () => (await focused()) === 'Open the message');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'Quoted' }).waitFor();
  });

  test('says that nothing fits a forgery, and lists what was tried and what to look at by hand', async () => {
    const app = await start();
    const { page } = app;
    const line = await addCloudVno(app);
    const forged = cloudVno('another secret altogether', 'https://elsewhere.example.net/', params('Prize'));
    expect((await deliver(app, line, forged)).status).toBe(401);
    await openNewestDelivery(page);
    const found = diagnosis(page);
    await found.getByText('None of the known mistakes fits.').waitFor();
    await found.getByText(/Is “Auth token” in the line’s settings the one the provider shows today/).waitFor();
    await found.getByText(/^What was tried: \d/).click();
    await found.getByRole('heading', { name: 'Another address' }).waitFor();
    await found.getByText('http and https exchanged').waitFor();
    await found.getByText('Spaces as %20 instead of +').waitFor();
    await found.getByRole('button', { name: 'Open the line’s settings' }).click();
    await page.getByRole('heading', { name: 'Work' }).waitFor();
    await page.getByRole('button', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'How webhooks work: CloudVNO' }).waitFor();
  });
});

type Har = { readonly log: { readonly version: string; readonly entries: readonly { readonly request: { readonly method: string } }[] } };

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) process.stderr.write('curl is not installed: the copied command is not run.\n');

onEachHost('deliveries for other tools', (start, { name: host }) => {
  test('the copied curl command sends the same bytes to the receiver again', async () => {
    const app = await start();
    const { page } = app;
    const line = await addInk(app);
    const sent = receiveSmsInk('secret', { id: 3, from: '+12025550143', text: "It's $HOME & `date` 😀\n%41" });
    await deliver(app, line, sent);
    await openNewestDelivery(page);
    await takeAlong(page, 'Copy as curl…');
    await page.getByRole('dialog').getByRole('radio', { name: 'This computer' }).check();
    const written = page.getByRole('region', { name: 'The command' }).filter({ hasText: `${app.receiverUrl}${line.webhookPath}` });
    await written.waitFor();
    const command = (await written.textContent()) ?? '';
    await page.getByRole('button', { name: 'Copy the command' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    // The clipboard of the stand-in's page is not the one of its desktop.
    if (host === 'browser host') expect(await app.readClipboard()).toBe(command);
    if (!hasCurl) return;
    const ran = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(ran.status, ran.stderr).toBe(0);
    const { items } = await app.call('deliveries.list', {});
    expect(items.map(({ verdict }) => verdict)).toEqual(['duplicate', 'accepted']);
    const bodies = await Promise.all(items.map(async ({ id }) => (await app.call('deliveries.get', { id })).bodyText));
    expect(bodies).toEqual([sent.body, sent.body]);
  });

  test('HAR and fixtures are saved, masked unless one wants it otherwise', async () => {
    const app = await start();
    const { page } = app;
    const line = await addInk(app);
    for (const id of [1, 2, 3]) await deliver(app, line, receiveSmsInk('secret', { id, from: '+12025550143', text: `Number ${id}` }));
    await openNewestDelivery(page);
    await takeAlong(page, 'Save as HAR…');
    const save = async () => page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click();
    const masked = await app.savedFile(save);
    await page.getByText(/was saved$/).waitFor();
    const { log } = JSON.parse(masked.toString()) as Har;
    expect([log.version, log.entries.length, log.entries[0]?.request.method]).toEqual(['1.2', 1, 'POST']);
    expect(masked.toString()).not.toContain('12025550143');

    await takeAlong(page, 'Save as HAR…');
    await page.getByRole('dialog').getByRole('switch', { name: 'Mask numbers and codes' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Which deliveries' }).selectOption({ label: 'All 3 listed' });
    const whole = JSON.parse((await app.savedFile(save)).toString()) as Har;
    expect(whole.log.entries).toHaveLength(3);
    expect(JSON.stringify(whole)).toContain('12025550143');

    await takeAlong(page, 'Save as fixtures…');
    const zip = await app.savedFile(save);
    expect(zip.subarray(0, 2).toString()).toBe('PK');
  });
});

/** Every screen of these parts, each left open for a look. */
async function* screens(app: Driver): AsyncGenerator<string> {
  const { page } = app;
  await withWrongAddress(app, 'Axe');
  await openNewestDelivery(page);
  await diagnosis(page).getByRole('button', { name: 'Accept this address too' }).waitFor();
  await diagnosis(page)
    .getByText(/^What was tried/)
    .click();
  yield 'an explained refusal';
  await diagnosis(page).getByRole('button', { name: 'Accept this address too' }).click();
  await diagnosis(page).getByRole('button', { name: 'Send it again now' }).waitFor();
  yield 'a refusal that is mended';
  await takeAlong(page, 'Copy as curl…');
  await page.getByRole('switch', { name: 'Mask numbers and codes' }).click();
  await page.getByRole('region', { name: 'The command' }).waitFor();
  yield 'a curl command';
  await page.keyboard.press('Escape');
  await takeAlong(page, 'Save as fixtures…');
  await page.getByRole('option', { name: 'All 1 listed' }).waitFor({ state: 'attached' });
  yield 'fixtures';
  await page.keyboard.press('Escape');
  for (const provider of ['CloudVNO', 'ReceiveSMS.ink', 'Mobile API Connect', 'CloudSpire', 'Practice']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to' }).fill(`webhooks work: ${provider}`);
    await page
      .getByRole('option', { name: new RegExp(`How webhooks work: ${provider}`) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`^How webhooks work: ${provider}`) }).waitFor();
    await page.getByRole('heading', { name: 'What the receiver makes of it' }).waitFor();
    await page.getByText('Accepted').first().waitFor();
    yield `how ${provider} works`;
  }
}

onEachHost('the doctor, the lessons and what is taken along', (start) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('are found faultless by axe, and break no policy of the window', async () => {
      const app = await start({ colorScheme });
      const errors: string[] = [];
      app.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      app.page.on('pageerror', (error) => errors.push(error.message));
      const found: Record<string, readonly string[]> = {};
      for await (const screen of screens(app)) {
        const complaints = await complaintsOfAxe(app.page);
        if (complaints.length > 0) found[screen] = complaints;
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
    });
  });

  test('fit a narrow window', async () => {
    const app = await start({ width: 360, height: 700 });
    const { page } = app;
    await withWrongAddress(app, 'Narrow');
    await page.getByRole('button', { name: 'Show lines and lanes' }).click();
    await openNewestDelivery(page);
    await diagnosis(page).getByRole('button', { name: 'Accept this address too' }).waitFor();
    await diagnosis(page).getByRole('button', { name: 'How CloudVNO signs' }).click();
    await page.getByRole('heading', { name: 'What is not documented' }).waitFor();
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    await eventually('nothing is wider than the window', async () => (await overflow()) === 0);
  });
});
