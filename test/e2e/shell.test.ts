import { expect, test } from 'vitest';
import type { Driver, Shell } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { onDesktopHosts } from './each-driver.ts';

/** What is native can only be looked at where the shell is a stand-in: a real desktop shows it to people only. */
function shellOf(driver: Driver): Shell | undefined {
  return driver.shell;
}

onDesktopHosts('the desktop shell', (start) => {
  test('a text is notified, and a click on the notification opens its conversation', async (context) => {
    const driver = await start();
    const shell = shellOf(driver) ?? context.skip('the notifications of a real desktop cannot be read');
    await driver.call('practice.text', { body: 'Look here' });
    const shown = await eventually('it is notified', async () => {
      const notifications = await shell.notifications();
      return notifications.length === 1 && notifications;
    });
    expect(shown).toMatchObject([{ body: 'Look here' }]);
    await shell.clickNotification(0);
    await driver.page.getByRole('article').filter({ hasText: 'Look here' }).waitFor();
    await eventually('the notification is gone', async () => (await shell.notifications()).length === 0);
  });

  test('the next text of a conversation replaces its notification', async (context) => {
    const driver = await start();
    const shell = shellOf(driver) ?? context.skip('the notifications of a real desktop cannot be read');
    await driver.call('practice.text', { body: 'First' });
    await driver.call('practice.text', { body: 'Second' });
    await eventually('only the second is shown', async () => {
      const notifications = await shell.notifications();
      return notifications.length === 1 && notifications[0]?.body === 'Second';
    });
  });

  test('the tray tells what is unread and whether texts can arrive, and opens a conversation', async (context) => {
    const driver = await start();
    const shell = shellOf(driver) ?? context.skip('the tray of a real desktop cannot be read');
    await driver.call('practice.text', { body: 'Unread' });
    await eventually('the tray counts it', async () => (await shell.trayTooltip()).includes('1 unread'));
    expect(await shell.trayMenu()).toContain('Reachable on this computer only');
    const entry = (await shell.trayMenu()).find((label) => label.endsWith('(1)'));
    await shell.clickTray(entry ?? 'the recent conversation');
    await driver.page.getByRole('article').filter({ hasText: 'Unread' }).waitFor();
    await eventually('it is read', async () => (await shell.trayMenu()).includes('Nothing unread'));
  });

  test('closing the window keeps receiving in the tray, and the tray brings the window back', async (context) => {
    const driver = await start();
    const shell = shellOf(driver) ?? context.skip('the window manager of a real desktop cannot be asked');
    await shell.closeWindow();
    await eventually('the window is hidden', async () => !(await shell.isWindowVisible()));
    const arrived = await driver.call('practice.text', { body: 'While closed' });
    expect(arrived.status).toBe('received');
    await shell.clickTray('Open Texttray');
    await eventually('the window is back', () => shell.isWindowVisible());
    await driver.page.getByRole('listitem').filter({ hasText: 'While closed' }).waitFor();
  });
});
