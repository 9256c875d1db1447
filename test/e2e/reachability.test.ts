import { describe, expect, onTestFinished, test } from 'vitest';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { type Forwarder, forwarder } from '../support/forwarder.ts';
import { cloudVno } from '../support/sign.ts';
import { startOwnServer } from '../support/ssh/own-server.ts';
import { sshdPath } from '../support/ssh/real-sshd.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onDesktopHosts, onEachHost } from './each-driver.ts';

if (sshdPath === undefined) process.stderr.write('Skipped: this machine has no OpenSSH server to be reachable through.\n');

async function behindProxy(driver: Driver): Promise<Forwarder> {
  const way = await forwarder();
  onTestFinished(() => way.close());
  way.leadTo(driver.receiverUrl);
  await driver.call('tunnel.configure', { kind: 'own-url', publicUrl: way.url });
  await driver.page.getByRole('status', { name: 'Reception' }).getByText('Receiving').waitFor();
  return way;
}

onEachHost('being reached', (start) => {
  describe.runIf(sshdPath !== undefined)('through a real OpenSSH server', () => {
    test('from "Add your number" to "reachable", and a text through the tunnel', async () => {
      const server = await startOwnServer(await temporaryFolder());
      onTestFinished(() => server.sshd.kill());
      const driver = await start();
      const { page } = driver;
      await page.getByRole('button', { name: 'Add your number' }).first().click();
      await page.getByRole('button', { name: /^CloudVNO/ }).click();
      await page.getByLabel('Your number').fill('+1 212 555 9876');
      await page.getByLabel('Name of the line').fill('Work');
      await page.getByRole('textbox', { name: /auth token/i }).fill('token');
      await page.getByRole('button', { name: 'Add this number' }).click();
      await page.getByRole('heading', { name: /tell your provider/i }).waitFor();

      await page.getByRole('status', { name: 'Reception' }).getByRole('button').first().click();
      await page.getByRole('radio', { name: /^Your own server/ }).check();
      const { ssh } = server.settings();
      await page.getByLabel('Host name').fill(ssh?.host ?? '');
      await page.getByLabel('SSH port').fill(String(ssh?.port));
      await page.getByLabel('User name').fill(ssh?.user ?? '');
      await page.getByLabel('Private key file').fill('/no/such/key');
      await page.getByLabel('Port on the server').fill(String(server.remotePort));
      await page.getByRole('textbox', { name: 'Public address' }).fill(server.publicUrl);
      await page.getByRole('button', { name: 'Use this way' }).click();
      // The key is looked at before anything is connected: what is wrong is said beside its field.
      await page.locator('[aria-invalid="true"]').and(page.getByLabel('Private key file')).waitFor();
      await page.getByLabel('Private key file').fill(ssh?.keyPath ?? '');
      await page.getByRole('button', { name: 'Use this way' }).click();
      await page.getByRole('status', { name: 'Reception' }).getByText('Receiving').waitFor();

      await page.getByRole('navigation').getByRole('button', { name: 'Work' }).click();
      await page.getByRole('button', { name: /^Settings of/ }).click();
      await page.getByRole('button', { name: 'Test now' }).click();
      await page.getByText(/Reachable, \d+ ms/).waitFor();

      const line = (await driver.call('lines.list', {})).items.find(({ label }) => label === 'Work');
      expect(line?.webhookUrl.startsWith(server.publicUrl)).toBe(true);
      const text = { MessageSid: 'SM1', From: '+14155551234', To: '+12125559876', Body: 'Through the tunnel', NumMedia: '0' };
      const signed = cloudVno('token', line?.webhookUrl ?? '', text);
      const answer = await fetch(line?.webhookUrl ?? '', { method: 'POST', headers: signed.headers, body: signed.body });
      expect(answer.status).toBe(204);
      await page.getByRole('button', { name: /^Inbox/ }).click();
      await page.getByRole('listitem').filter({ hasText: 'Through the tunnel' }).waitFor();
    });

    test('a changed host key stops the tunnel and asks, with both keys', async () => {
      const server = await startOwnServer(await temporaryFolder());
      onTestFinished(() => server.sshd.kill());
      const driver = await start();
      const { page } = driver;
      await driver.call('tunnel.configure', server.settings());
      const sign = page.getByRole('status', { name: 'Reception' });
      await sign.getByText('Receiving').waitFor();
      await server.sshd.kill();
      await server.sshd.changeHostKey();
      await server.sshd.start();
      await eventually('the tunnel stopped', async () => (await driver.call('tunnel.status', {})).failure?.code === 'host-key-changed');
      await sign.getByRole('button').first().click();
      await page
        .getByRole('button', { name: /compare the keys/i })
        .first()
        .click();
      const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
      await question.getByText('Key known so far').waitFor();
      await question.getByLabel(/I compared it/).check();
      await question.getByRole('button', { name: 'Accept the new key' }).click();
      await sign.getByText('Receiving').waitFor();
    });
  });

  test('someone else’s page at the public address is named as such', async () => {
    const driver = await start();
    const way = await behindProxy(driver);
    way.showOwnPage();
    const { page } = driver;
    await page.getByRole('status', { name: 'Reception' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page
      .getByText(/something else answers/i)
      .first()
      .waitFor();
    await page.getByRole('status', { name: 'Reception' }).getByText('Not reachable').waitFor();
  });

  test('pausing says so, asks providers to come again, and ends with a proof', async () => {
    const driver = await start();
    await behindProxy(driver);
    const { page } = driver;
    const credentials = { authToken: 'token' };
    const line = await driver.call('lines.create', { provider: 'cloudvno', label: 'Work', number: '+12125559876', credentials });
    await page.getByRole('status', { name: 'Reception' }).getByRole('button').first().click();
    await page.getByRole('main').getByRole('button', { name: 'Pause receiving' }).click();
    await page.getByRole('status', { name: 'Reception' }).getByText('Paused').waitFor();
    const text = { MessageSid: 'SM1', From: '+14155551234', To: '+12125559876', Body: 'Hello', NumMedia: '0' };
    expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, text))).status).toBe(503);
    await page.getByRole('main').getByRole('button', { name: 'Resume receiving' }).first().click();
    await page.getByRole('status', { name: 'Reception' }).getByText('Receiving').waitFor();
    expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, text))).status).toBe(204);
  });

  test('a gap is drawn, named, and accounted for', async () => {
    const driver = await start();
    const way = await behindProxy(driver);
    const { page } = driver;
    const credentials = { webhookSecret: 's' };
    const line = await driver.call('lines.create', { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials });
    await page.getByRole('status', { name: 'Reception' }).getByRole('button').first().click();
    way.leadTo(undefined);
    await driver.call('lines.test', { id: line.id });
    await page.getByRole('status', { name: 'Reception' }).getByText('Not reachable').waitFor();
    // Gaps shorter than five seconds are not named.
    await eventually('the gap is long enough', async () => (await driver.call('reception.history', { days: 1 })).gaps.length > 0);
    way.leadTo(driver.receiverUrl);
    await driver.call('lines.test', { id: line.id });
    await page.getByText('This provider cannot be asked for missed texts').first().waitFor();
  });
});

onDesktopHosts('the tray', (start) => {
  test('pauses and resumes receiving', async (context) => {
    const driver = await start();
    const shell = driver.shell ?? context.skip('the tray of a real desktop cannot be read');
    await behindProxy(driver);
    await eventually('the tray offers it', async () => (await shell.trayMenu()).includes('Pause receiving'));
    await shell.clickTray('Pause receiving');
    await eventually('it is paused', async () => (await driver.call('tunnel.status', {})).reception === 'paused');
    await eventually('the tray offers the way back', async () => (await shell.trayMenu()).includes('Resume receiving'));
    await shell.clickTray('Resume receiving');
    await eventually('it is receiving', async () => (await driver.call('tunnel.status', {})).reception === 'receiving');
  });
});
