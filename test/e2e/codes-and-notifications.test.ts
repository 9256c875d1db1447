import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import type { Driver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { onDesktopHosts, onEachHost } from './each-driver.ts';

const code = 'Your verification code is 482 913. Never share it.';

async function openThread(page: Page, text: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: text })
    .first()
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('feed').waitFor();
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Text yourself' }).or(page.getByRole('listitem')).first().waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Appearance' }).waitFor();
}

const toast = (page: Page, text: string) => page.getByRole('region', { name: 'Notices' }).getByText(text);

async function isCopied({ readClipboard }: Driver, text: string): Promise<void> {
  await eventually(`${text} is in the clipboard`, async () => (await readClipboard()) === text);
}

onEachHost('codes', (start) => {
  test('a code is copied from its bubble, alone, and nothing else in the thread offers to be', async () => {
    const driver = await start();
    const { page, call } = driver;
    await call('practice.text', { body: 'You owe me $1250, or call 415-555-0132' });
    await call('practice.text', { body: code });
    await openThread(page, 'Never share it');
    await page.getByRole('feed').getByRole('button', { name: 'Copy 482913' }).click();
    await toast(page, 'Code copied').waitFor();
    await isCopied(driver, '482913');
    expect(
      await page
        .getByRole('feed')
        .getByRole('button', { name: /^(Copy \d|Copied)/ })
        .count(),
    ).toBe(1);
    expect(await page.getByRole('region', { name: 'Notices' }).innerText()).not.toContain('482913');
  });

  test('the keyboard copies the latest code from anywhere in the window, or says that there is none', async () => {
    const driver = await start();
    const { page, call } = driver;
    await page.getByRole('button', { name: 'Text yourself' }).first().waitFor();
    await page.keyboard.press('Control+Shift+C');
    await toast(page, 'There is no code to copy').waitFor();
    await call('practice.text', { body: code });
    await openSettings(page);
    await page.keyboard.press('Control+Shift+C');
    await toast(page, 'Code copied').waitFor();
    await isCopied(driver, '482913');
  });

  test('the Codes lane shows the code itself, with a way to copy it', async () => {
    const driver = await start();
    const { page, call } = driver;
    await call('practice.text', { body: code });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Codes/ })
      .click();
    const row = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: '482913' });
    await row.getByRole('button', { name: 'Copy' }).click();
    await isCopied(driver, '482913');
  });
});

onDesktopHosts('codes outside the window', (start) => {
  test('what was copied is taken out of the clipboard after its time, unless it is to stay', async () => {
    const driver = await start();
    const { page, call } = driver;
    await call('settings.update', { codes: { clearClipboardSeconds: 2 } });
    await call('practice.text', { body: code });
    await openThread(page, 'Never share it');
    const copy = page.getByRole('feed').getByRole('button', { name: /Copy 482913|Copied/ });
    await copy.click();
    await toast(page, 'It is taken out of the clipboard in 2 seconds.').waitFor();
    await isCopied(driver, '482913');
    await isCopied(driver, '');
    await copy.click();
    await page.getByRole('button', { name: 'Keep it there' }).last().click();
    await call('settings.update', { codes: { clearClipboardSeconds: 0 } });
    await isCopied(driver, '482913');
  });

  test('the shortcut of the whole system is chosen by pressing it', async () => {
    const { page, call } = await start();
    await openSettings(page);
    await page.getByRole('button', { name: 'Choose keys…' }).click();
    await page.keyboard.press('k');
    await page.keyboard.press('Control+Shift+K');
    await page.getByRole('button', { name: 'Remove', exact: true }).waitFor();
    await eventually('it is set', async () => (await call('settings.get', {})).codes.globalShortcut === 'CommandOrControl+Shift+K');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await eventually('it is set no more', async () => (await call('settings.get', {})).codes.globalShortcut === '');
  });
});

onEachHost('notifications', (start, kind) => {
  test('the settings show what a notification will look like, and when none comes', async () => {
    const { page, call } = await start();
    await openSettings(page);
    const preview = page.getByRole('figure', { name: 'What a notification looks like' });
    await preview.getByText('Example One').waitFor();
    await page.getByRole('combobox', { name: 'What a notification shows' }).selectOption('name-only');
    await preview.getByText('New message on Work').waitFor();
    expect(await preview.innerText()).not.toContain('482913');
    await page.getByRole('combobox', { name: 'What a notification shows' }).selectOption('nothing');
    await eventually('no name is left', async () => !(await preview.innerText()).includes('Anna'));
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await page
      .getByRole('textbox', { name: 'From' })
      .or(page.getByLabel('From', { exact: true }))
      .first()
      .fill('21:30');
    await page.getByRole('switch', { name: 'Let one-time codes through' }).click();
    await eventually('it is kept', async () => {
      const { quietHours } = await call('settings.get', {});
      return quietHours.enabled && quietHours.from === '21:30' && !quietHours.letCodesThrough;
    });
  });

  test('a conversation is muted for a while from its menu, and is heard again when one says so', async () => {
    const { page, call } = await start();
    const { conversationId } = await call('practice.text', { body: 'Ping' });
    const muted = async () => (await call('conversations.get', { id: conversationId })).muted;
    await openThread(page, 'Ping');
    const open = async () => {
      await page.getByRole('button', { name: 'More about this conversation' }).click();
      await page.getByRole('menuitem', { name: 'Notifications…' }).click();
      return page.getByRole('dialog', { name: /^Notifications of/ });
    };
    const dialog = await open();
    await dialog.getByRole('button', { name: 'For 8 hours' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await eventually('it is muted', muted);
    const until = Date.parse((await call('conversations.get', { id: conversationId })).mutedUntil ?? '');
    expect(Math.abs(until - Date.now() - 8 * 3_600_000)).toBeLessThan(60_000);
    const again = await open();
    await again.getByText(/^It is muted until/).waitFor();
    await again.getByRole('button', { name: 'Unmute' }).click();
    await eventually('it is heard', async () => !(await muted()));
    await again.getByRole('switch', { name: 'Always notify' }).click();
    await again.getByRole('combobox', { name: 'What a notification shows' }).selectOption('name-only');
    await eventually('it is kept', async () => {
      const { notifyAlways, noticeContent } = await call('conversations.get', { id: conversationId });
      return notifyAlways && noticeContent === 'name-only';
    });
  });

  test('a line can be silent', async () => {
    const { page, call } = await start();
    const [line] = (await call('lines.list', {})).items;
    await page.getByRole('navigation').getByRole('button', { name: 'Practice' }).click();
    await page.getByRole('button', { name: /^Settings of/ }).click();
    await page.getByRole('switch', { name: 'Notify about its texts' }).click();
    await eventually('it is', async () => (await call('lines.list', {})).items.find(({ id }) => id === line?.id)?.notify === false);
  });

  test('what the system does not show the window does: with the code, or a way to answer', async (context) => {
    if (kind.name !== 'browser host') context.skip('the desktop shows its own');
    const driver = await start();
    const { page, call } = driver;
    await page.getByRole('button', { name: 'Text yourself' }).first().waitFor();
    await call('practice.text', { body: 'Lunch?' });
    const notices = page.getByRole('region', { name: 'Notices' });
    await notices.getByText('Lunch?').waitFor();
    await notices.getByRole('button', { name: 'Answer' }).click();
    await eventually('one can type', () => page.evaluate<boolean>('document.activeElement?.tagName === "TEXTAREA"'));
    await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
    await call('practice.text', { body: code });
    await notices.getByRole('button', { name: 'Copy 482913' }).click();
    await isCopied(driver, '482913');
    await call('practice.text', { body: 'One' });
    await notices.getByText('One', { exact: true }).waitFor();
    await call('practice.text', { body: 'Two' });
    await notices.getByText('Two', { exact: true }).waitFor();
    expect(await notices.getByText('One', { exact: true }).count()).toBe(0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing on any of it`, async () => {
      const { page, call } = await start({ colorScheme });
      await call('settings.update', {
        quietHours: { enabled: true, from: '00:00', to: '00:00', days: [] },
        codes: { globalShortcut: 'Alt+F9' },
      });
      await call('practice.text', { body: `${code}\n@shop.example #482913` });
      const found: Record<string, readonly string[]> = {};
      const look = async (screen: string) => {
        const about = await complaintsOfAxe(page);
        if (about.length > 0) found[screen] = about;
      };
      await openThread(page, 'Never share it');
      await page.getByRole('button', { name: 'Copy 482913' }).waitFor();
      await look('a thread with a code');
      await page.getByRole('button', { name: 'More about this conversation' }).click();
      await page.getByRole('menuitem', { name: 'Notifications…' }).click();
      await page.getByRole('button', { name: 'For 1 hour' }).waitFor();
      await look('the notifications of a conversation');
      await page.getByRole('button', { name: 'For 1 hour' }).click();
      await page.keyboard.press('Control+,');
      await page.getByRole('figure').waitFor();
      await look('settings');
      await page.getByRole('navigation').getByRole('button', { name: 'Practice' }).click();
      await page.getByRole('button', { name: /^Settings of/ }).click();
      await page.getByRole('switch', { name: 'Notify about its texts' }).waitFor();
      await look('a line');
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Codes/ })
        .click();
      await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor();
      await look('the Codes lane');
      expect(found).toEqual({});
    });
  }
});
