import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import type { Driver } from '../support/drivers/driver.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onEachHost } from './each-driver.ts';

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const backup = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="4">
  <sms address="+14155550142" date="1700000000000" type="1" body="Are you there? &#55357;&#56832;" />
  <sms address="+14155550142" date="1700000060000" type="2" body="On my way" status="0" />
  <mms date="1700000120000" msg_box="1" m_type="132" address="+14155550142" m_id="m1">
    <parts>
      <part ct="image/png" cl="../../evil.png" text="null" data="${picture.toString('base64')}" />
      <part ct="text/plain" text="The door" />
    </parts>
    <addrs><addr address="+14155550142" type="137" /><addr address="+12025550100" type="151" /></addrs>
  </mms>
  <mms date="1700000180000" msg_box="1" m_type="132" address="+14155550142~+14155550143" m_id="m2">
    <parts><part ct="text/plain" text="to all of you" /></parts>
  </mms>
</smses>
`;

async function file(content: string | Buffer, name = 'sms-20231114.xml'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

async function addLine({ call }: Pick<Driver, 'call'>): Promise<string> {
  const line = await call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Mine',
    number: '+12025550100',
    credentials: { webhookSecret: 'secret' },
  });
  return line.id;
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings', exact: true }).click();
}

async function openImport(page: Page): Promise<void> {
  await openSettings(page);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('heading', { name: 'Import texts' }).waitFor();
}

const choose = (page: Page) => (): Promise<void> => page.getByRole('button', { name: 'Choose a file…' }).click();

onEachHost('import and export', (start) => {
  test('a backup of a phone: look at it, import it, read it in the inbox; the second time there is nothing new', async () => {
    const app = await start();
    const { page } = app;
    await addLine(app);
    const path = await file(backup);
    await openImport(page);
    await app.chooseFile(path, choose(page));
    await page.getByRole('heading', { name: 'In the file' }).waitFor();
    await page.getByText('2 received, 1 sent').waitFor();
    expect(await page.getByRole('combobox', { name: 'Line' }).inputValue()).not.toBe('');
    await page.getByRole('cell', { name: 'A message to several people 2 people' }).waitFor();
    await page.getByText('1 text is left out; all others are imported.').waitFor();
    await page.getByRole('button', { name: 'Import 3 texts' }).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /3 texts/ })
      .click();
    await page.getByRole('article').filter({ hasText: 'Are you there? 😀' }).waitFor();
    await page.getByRole('article').filter({ hasText: 'On my way' }).waitFor();
    await page.getByRole('article').filter({ hasText: 'The door' }).getByRole('img').first().waitFor();
    await openImport(page);
    await page.getByRole('button', { name: 'Import another file' }).click();
    await app.chooseFile(path, choose(page));
    await page.getByRole('button', { name: 'All of it is here already' }).waitFor();
    expect(await page.getByRole('button', { name: 'All of it is here already' }).isDisabled()).toBe(true);
  });

  test('a file that is dropped on the window is looked at as well', async () => {
    const app = await start();
    const { page } = app;
    await addLine(app);
    await openImport(page);
    await page.getByText('Drop a file here').waitFor();
    await page.evaluate((text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'dropped.xml', { type: 'text/xml' }));
      const target = [...document.querySelectorAll('p')].find((each) => each.textContent === 'Drop a file here')?.parentElement;
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: dropped }));
      }
    }, backup);
    await page.getByText('dropped.xml').waitFor();
    await page.getByRole('button', { name: 'Import 3 texts' }).waitFor();
  });

  test('a file that is something else, and one whose end is missing, say what is wrong with them', async () => {
    const app = await start();
    const { page } = app;
    await addLine(app);
    await openImport(page);
    await app.chooseFile(await file('Dear diary', 'diary.txt'), choose(page));
    await page.getByRole('alert').filter({ hasText: 'neither a backup' }).waitFor();
    await app.chooseFile(await file(backup.slice(0, backup.indexOf('<mms'))), choose(page));
    await page.getByRole('cell', { name: 'The file ends too early' }).waitFor();
    await page.getByRole('button', { name: 'Import 2 texts' }).waitFor();
  });

  test('everything goes out as an archive and comes back on another computer, without keys and without doubles', async () => {
    const first = await start();
    await first.call('practice.text', { body: 'Remember this 😀' });
    await first.page.getByRole('listitem').filter({ hasText: 'Remember this' }).first().waitFor();
    await openSettings(first.page);
    await first.page.getByRole('button', { name: 'Export…' }).click();
    await first.page.getByRole('button', { name: 'Export', exact: true }).click();
    await first.page.getByRole('heading', { name: 'The file is ready' }).waitFor();
    const archive = await first.savedFile(() => first.page.getByRole('button', { name: 'Save…' }).click());
    await first.page.getByRole('heading', { name: /^Saved as/ }).waitFor();
    await first.close();

    const other = await start();
    await openImport(other.page);
    await other.chooseFile(await file(archive, 'a.texttray.jsonl'), choose(other.page));
    await other.page.getByText('Archive of Texttray').waitFor();
    await other.page.getByRole('button', { name: /^Import \d+ texts?$/ }).click();
    await other.page.getByRole('heading', { name: 'Imported' }).waitFor();
    const { items } = await other.call('conversations.list', { limit: 10 });
    const threads = await Promise.all(items.map(({ id }) => other.call('messages.list', { conversationId: id, limit: 50 })));
    expect(threads.flatMap((thread) => thread.items).filter(({ body }) => body === 'Remember this 😀')).toHaveLength(1);
  });

  test('a table has the columns one chose, and no formula in it', async () => {
    const { page, call, savedFile } = await start();
    await call('practice.text', { body: '=1+1' });
    await openSettings(page);
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('radio', { name: /^Table/ }).check();
    for (const column of ['Date', 'Direction', 'Line', 'Number', 'Name', 'Status', 'Attachments']) {
      await page.getByRole('checkbox', { name: column }).uncheck();
    }
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const table = await savedFile(() => page.getByRole('button', { name: 'Save…' }).click());
    const rows = table.toString().split('\r\n');
    expect(rows[0]).toBe('\ufeffText');
    expect(rows).toContain("'=1+1");
    expect(rows).not.toContain('=1+1');
  });

  test('one conversation can be exported by itself, from its menu', async () => {
    const { page, call, savedFile } = await start();
    await call('practice.text', { body: 'Only this' });
    await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: 'Only this' }).click();
    await page.getByRole('button', { name: 'More about this conversation' }).click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await page.getByText('The conversation with').waitFor();
    await page.getByRole('radio', { name: /^Backup for a phone/ }).check();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await savedFile(() => page.getByRole('button', { name: 'Save…' }).click());
    expect(file.toString()).toContain('<smses count="1"');
    expect(file.toString()).toContain('body="Only this"');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing on any of these screens`, async () => {
      const app = await start({ colorScheme });
      const { page } = app;
      await addLine(app);
      const found: Record<string, readonly string[]> = {};
      const look = async (screen: string): Promise<void> => {
        const about = await complaintsOfAxe(page);
        if (about.length > 0) found[screen] = about;
      };
      await openImport(page);
      await look('choose');
      await app.chooseFile(await file(backup), choose(page));
      await page.getByRole('button', { name: 'Import 3 texts' }).waitFor();
      await look('report');
      await page.getByRole('button', { name: 'Import 3 texts' }).click();
      await page.getByRole('heading', { name: 'Imported' }).waitFor();
      await look('imported');
      await openSettings(page);
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('radio', { name: /^Table/ }).check();
      await look('export');
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('heading', { name: 'The file is ready' }).waitFor();
      await look('ready');
      expect(found).toEqual({});
    });
  }
});
