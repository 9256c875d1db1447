import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { receiveSmsInk } from '../support/sign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onEachHost } from './each-driver.ts';

const secret = 'test_webhook_secret';
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/vcard/${name}`, import.meta.url));

/** A line in the United States, with one text of each of these senders. */
async function textsFrom(app: Driver, ...senders: string[]): Promise<void> {
  const line = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: secret },
  });
  for (const [index, from] of senders.entries()) {
    const answer = await deliver(app, line, receiveSmsInk(secret, { id: index + 1, from, text: `Text of ${from}` }));
    expect(answer.status).toBe(204);
  }
}

const conversation = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(name.replace(/[()+]/g, '\\$&')) });
const contact = (page: Page, name: string) => page.getByRole('list', { name: 'Contacts' }).getByRole('button', { name });

async function openContacts(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Contacts' }).click();
  await page.getByRole('heading', { name: 'Contacts', exact: true }).waitFor();
}

async function openImport(page: Page): Promise<void> {
  await openContacts(page);
  await page.getByRole('button', { name: 'More about contacts' }).click();
  await page.getByRole('menuitem', { name: 'Import a file…' }).click();
  await page.getByRole('heading', { name: 'Import contacts' }).waitFor();
}

const choose = (page: Page) => (): Promise<void> => page.getByRole('button', { name: 'Choose a file' }).click();

onEachHost('contacts', (start) => {
  test('a number is given a name from its thread, and has it everywhere at once', async () => {
    const app = await start();
    const { page } = app;
    await textsFrom(app, '+12025550143');
    await conversation(page, '(202) 555-0143').click();
    await page.getByRole('button', { name: 'About (202) 555-0143' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add to contacts' }).click();
    // The number is filled in; without a name it is not taken, and the form says so beside the field.
    expect(await page.getByRole('textbox', { name: 'Number 1' }).inputValue()).toBe('(202) 555-0143');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Enter a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Example One');
    await page.getByRole('textbox', { name: /^Note/ }).fill('Rings twice');
    await page.getByRole('button', { name: 'Add a number' }).click();
    await page.getByRole('textbox', { name: 'Number 2' }).fill('202 555 0144');
    await page.getByText('Kept as +1 202 555 0144').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('heading', { name: 'Example One' }).waitFor();
    await page.getByRole('button', { name: /Ink.*Text of \+12025550143/ }).click();
    await page.getByRole('heading', { name: 'Example One' }).waitFor();
    await page.getByText('(202) 555-0143').first().waitFor();
    await conversation(page, 'Example One').waitFor();
    await page.getByRole('button', { name: 'About Example One' }).click();
    await page.getByText('Rings twice').waitFor();
    await page.keyboard.press('Escape');
    if (app.shell)
      await eventually('the tray calls them by name', async () =>
        (await app.shell?.trayMenu())?.some((label) => label.startsWith('Example One')),
      );
  });

  test('whoever cannot be a number is shown as what it is, and who only calls itself like a contact is told', async () => {
    const app = await start();
    const { page } = app;
    await app.call('contacts.create', { name: 'Mum', addresses: [{ address: '+12025550143' }] });
    await textsFrom(app, '72345', 'PARCELS', 'MUM');
    await conversation(page, '72345').click();
    await page.getByRole('banner').or(page.locator('header')).getByText('Short code').first().waitFor();
    await conversation(page, 'PARCELS').click();
    await page.getByText('Sender’s name, not a number').first().waitFor();
    const pretender = conversation(page, 'MUM');
    await pretender.getByText('only calls itself like your contact Mum').waitFor({ state: 'attached' });
    await pretender.click();
    await page.getByRole('button', { name: 'About MUM' }).click();
    await page.getByRole('dialog').getByText('Anyone can choose such a name').waitFor();
  });

  test('a text is begun by name, with the keyboard alone', async () => {
    const app = await start();
    const { page, call } = app;
    await call('contacts.create', { name: 'Éxample Two', addresses: [{ address: '+12025550188', label: 'mobile' }] });
    await call('contacts.create', { name: 'Bank', addresses: [{ address: 'EXBANK' }] });
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('Alt+n');
    const to = page.getByRole('combobox', { name: 'To' });
    const suggestions = page.getByRole('listbox', { name: 'Contacts' }).getByRole('option');
    await to.waitFor();
    await page.keyboard.type('exam');
    await suggestions.filter({ hasText: 'Éxample Two' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await to.inputValue()).toBe('+1 202 555 0188');
    // A sender's name cannot be texted, so it is not offered.
    await to.fill('bank');
    await eventually('nobody is offered', async () => (await suggestions.count()) === 0);
    await to.fill('0188');
    await suggestions.filter({ hasText: 'Éxample Two' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: 'Éxample Two' }).waitFor();
    await page.getByRole('article').filter({ hasText: 'Hello' }).first().waitFor();
  });

  test('a file is looked at, imported, and the whole import is taken back', async () => {
    const app = await start();
    const { page } = app;
    await openImport(page);
    await app.chooseFile(fixture('damaged.vcf'), choose(page));
    await page.getByText('2 cards can be read').waitFor();
    await page.getByText('8 problems').first().waitFor();
    await page.getByText('Line 7', { exact: true }).waitFor();
    await page.getByText('This is not a number. ask at the desk').waitFor();
    await app.chooseFile(fixture('outlook.vcf'), () => page.getByRole('button', { name: 'Choose another file' }).click());
    await page.getByText('1 number has no country code').waitFor();
    await page.getByRole('combobox', { name: 'Country of numbers without a country code' }).selectOption({ label: 'Germany' });
    await page.getByText('1 number has no country code').waitFor({ state: 'hidden' });
    await page.getByText('For example Jörg Example Fünf').waitFor();
    await page.getByRole('button', { name: 'Import 1 contact' }).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    await contact(page, 'Jörg Example Fünf').waitFor();
    await page.getByRole('button', { name: 'Undo the whole import' }).click();
    await page.getByText('The import was undone.').waitFor();
    await contact(page, 'Jörg Example Fünf').waitFor({ state: 'hidden' });
  });

  test('what is no file of contacts is said, and what is exported can be read again', async () => {
    const app = await start();
    const { page, call } = app;
    await call('contacts.create', { name: 'Example One', note: 'Keep', addresses: [{ address: '+12025550143', label: 'work' }] });
    await openImport(page);
    const path = join(await temporaryFolder(), 'empty.vcf');
    await writeFile(path, '');
    await app.chooseFile(path, choose(page));
    await page.getByText('There is no contact in this file.').waitFor();
    const saved = await app.savedFile(async () => {
      await page.getByRole('button', { name: 'More about contacts' }).click();
      await page.getByRole('menuitem', { name: 'Export all' }).click();
    });
    expect(saved.toString().split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Example One',
      'N:One;Example;;;',
      'TEL;TYPE=WORK:+12025550143',
      'NOTE:Keep',
      'END:VCARD',
      '',
    ]);
  });

  test('duplicates become one after a look at what comes out, and two again', async () => {
    const { page, call } = await start();
    await call('contacts.create', { name: 'Example One', addresses: [{ address: '+12025550143' }] });
    await call('contacts.create', {
      name: 'E. One',
      note: 'From the other phone',
      addresses: [{ address: '+12025550143' }, { address: '+12025550144' }],
    });
    await openContacts(page);
    await page.getByRole('button', { name: 'More about contacts' }).click();
    await page.getByRole('menuitem', { name: 'Find duplicates' }).click();
    await page.getByText('Same number').waitFor();
    await page.getByRole('combobox', { name: 'Name to keep' }).selectOption('E. One');
    await page.getByText('From the other phone').waitFor();
    await page.getByRole('button', { name: 'Make one of them' }).click();
    await page.getByRole('heading', { name: 'No two contacts share a number or a name.' }).waitFor();
    await eventually('one is left', async () => (await page.getByRole('list', { name: 'Contacts' }).getByRole('listitem').count()) === 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await contact(page, 'Example One').waitFor();
    await contact(page, 'E. One').waitFor();
  });

  test('thousands are found by letter and by typing, walked through with the keyboard, deleted and brought back', async () => {
    const app = await start();
    const { page, call } = app;
    const cards = Array.from(
      { length: 3_000 },
      (_, index) =>
        `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${String(index).padStart(4, '0')}\r\nTEL:+1202555${1_000 + index}\r\nEND:VCARD\r\n`,
    );
    const path = join(await temporaryFolder(), 'many.vcf');
    await writeFile(path, `${cards.join('')}BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Last\r\nTEL:+12025550143\r\nEND:VCARD\r\n`);
    await openImport(page);
    await app.chooseFile(path, choose(page));
    await page.getByRole('button', { name: 'Import 3,001 contacts' }).click();
    await page.getByRole('button', { name: 'Go to the contacts' }).click();
    const rows = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await contact(page, 'Person 0000').focus();
    await page.keyboard.press('End');
    await contact(page, 'Zoë Last').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zoë Last' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('zoe');
    await eventually('one is found', async () => (await rows.count()) === 1);
    await page.getByRole('button', { name: 'More about this contact' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'No contact matches “zoe”' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await contact(page, 'Zoë Last').waitFor();
    expect((await call('state.snapshot', {})).contacts).toHaveLength(3_001);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing on any screen, wide or narrow`, async () => {
      const app = await start({ colorScheme });
      const { page, call } = app;
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      const found: Record<string, readonly string[]> = {};
      const look = async (screen: string): Promise<void> => {
        for (const width of [360, 1_280]) {
          await page.setViewportSize({ width, height: 800 });
          const about = await complaintsOfAxe(page);
          if (about.length > 0) found[`${screen} ${width}`] = about;
          expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
        }
      };
      await textsFrom(app, '+12025550143', 'MUM');
      await openContacts(page);
      await look('no contacts');
      const note = 'A note of some length, that is shown beside conversations.';
      await call('contacts.create', {
        name: 'Mum',
        organization: 'Example',
        note,
        addresses: [{ address: '+12025550143', label: 'mobile' }],
      });
      await call('contacts.create', { name: 'Mum', addresses: [{ address: '72345' }, { address: '+33639985502', label: 'Summer house' }] });
      await contact(page, 'Mum').first().waitFor();
      await look('list');
      await contact(page, 'Mum').first().click();
      await page.getByRole('heading', { name: 'Mum' }).waitFor();
      await look('details');
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Enter a name.').waitFor();
      await look('form');
      await page.getByRole('button', { name: 'More about contacts' }).click();
      await page.getByRole('menuitem', { name: 'Find duplicates' }).click();
      await page.getByRole('button', { name: 'Make one of them' }).waitFor();
      await look('duplicates');
      await openImport(page);
      await look('import');
      await app.chooseFile(fixture('damaged.vcf'), choose(page));
      await page.getByText('8 problems').first().waitFor();
      await look('report');
      await page.getByRole('button', { name: 'Import 2 contacts' }).click();
      await page.getByRole('heading', { name: 'Imported' }).waitFor();
      await look('imported');
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Inbox/ })
        .click();
      await conversation(page, 'MUM').click();
      await page.getByRole('button', { name: 'About MUM' }).click();
      await page.getByRole('dialog').waitFor();
      await look('about someone');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+n');
      await page.getByRole('combobox', { name: 'To' }).fill('mum');
      await page.getByRole('listbox', { name: 'Contacts' }).getByRole('option').first().waitFor();
      await look('suggestions');
      expect(found).toEqual({});
      expect(errors).toEqual([]);
    });
  }
});
