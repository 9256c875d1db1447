import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import type { Driver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { type Forwarder, forwarder } from '../support/forwarder.ts';
import { freePort } from '../support/free-port.ts';
import { recordingServer } from '../support/recording-server.ts';
import { receiveSmsInk } from '../support/sign.ts';
import { writeKey } from '../support/ssh/keys.ts';
import { type Ssh2Server, type Ssh2ServerOptions, startSsh2Server } from '../support/ssh/ssh2-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onEachHost } from './each-driver.ts';

/** A server in JavaScript alone: these run where there is no OpenSSH too. */
async function sshServer(options: Ssh2ServerOptions): Promise<Ssh2Server> {
  const server = await startSsh2Server(options);
  onTestFinished(() => server.kill().catch(() => undefined));
  return server;
}

async function proxyTo(driver: Driver): Promise<Forwarder> {
  const way = await forwarder();
  onTestFinished(() => way.close());
  way.leadTo(driver.receiverUrl);
  return way;
}

const sign = (page: Page) => page.getByRole('status', { name: 'Reception' });
const openReception = (page: Page) => sign(page).getByRole('button').click();

async function openLine(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
  await page.getByRole('button', { name: /^Settings of/ }).click();
}

const ink = { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials: { webhookSecret: 's' } } as const;

onEachHost('making this computer reachable', (start) => {
  test('adding a number ends with proof: reachable, and not done before that by any click', async () => {
    const key = await writeKey(await temporaryFolder(), 'key');
    const server = await sshServer({ authorized: [key.publicKey] });
    const port = await freePort();
    const driver = await start();
    const { page } = driver;
    await page.getByRole('button', { name: 'Add your number' }).first().click();
    await page.getByRole('button', { name: /^ReceiveSMS/ }).click();
    await page.getByLabel('Your number').fill(ink.number);
    await page.getByLabel('Name of the line').fill(ink.label);
    await page.getByRole('textbox', { name: 'Webhook secret' }).fill('s');
    await page.getByRole('button', { name: 'Add this number' }).click();

    const progress = page.getByRole('list', { name: 'How far it is' });
    await progress.getByText('This computer is not reachable yet').waitFor();
    await page.getByRole('button', { name: 'Make me reachable' }).waitFor();
    await page.getByRole('button', { name: 'Another way' }).click();
    await page.getByRole('radio', { name: /^Your own server/ }).check();
    await page.getByLabel('Host name').fill(server.host);
    await page.getByLabel('SSH port').fill('0');
    await page.getByLabel('User name').fill('somebody');
    await page.getByLabel('Private key file').fill(key.path);
    await page.getByLabel('Port on the server').fill(String(port));
    await page.getByRole('textbox', { name: 'Public address' }).fill('http://texts.example.com');
    const use = page.getByRole('button', { name: 'Use this way' });
    await use.click();
    await page.getByText('A port is between 1 and 65535.').waitFor();
    await page.getByLabel('SSH port').fill(String(server.port));
    await use.click();
    await page.getByText('Providers only deliver to https addresses.').waitFor();
    await page.getByRole('textbox', { name: 'Public address' }).fill(`http://127.0.0.1:${port}`);
    await use.click();

    await progress.getByText(/^Reachable, \d+ ms/).waitFor();
    // The self-test ran by itself.
    await page.getByText('The receiver answers on this computer.').waitFor();
    await page.getByText(`Reachable through http://127.0.0.1:${port}`).waitFor();
    await progress.getByText('Your provider is not known to send texts here yet').waitFor();
    const line = (await driver.call('lines.list', {})).items.find(({ label }) => label === ink.label);
    await page.getByText(line?.webhookUrl ?? 'the webhook URL').waitFor();

    const { headers, body } = receiveSmsInk('s', { id: 1, from: '+14155551234', text: 'Here I am' });
    expect((await fetch(line?.webhookUrl ?? '', { method: 'POST', headers, body })).status).toBe(204);
    await progress.getByText('The first delivery arrived: accepted').waitFor();
    await progress.getByText('Your provider sends texts here').waitFor();
  });

  test('with another host key nothing is accepted by a click alone, and the tunnel can be left off', async () => {
    const key = await writeKey(await temporaryFolder(), 'key');
    const first = await sshServer({ authorized: [key.publicKey] });
    const port = await freePort();
    const driver = await start();
    const { page } = driver;
    await driver.call('tunnel.configure', {
      kind: 'ssh',
      ssh: {
        preset: 'own-server',
        host: first.host,
        port: first.port,
        user: 'somebody',
        keyPath: key.path,
        remote: { kind: 'port', port },
        publicUrl: `http://127.0.0.1:${port}`,
      },
    });
    await sign(page).getByText('Receiving').waitFor();
    await first.kill();
    await sshServer({ authorized: [key.publicKey], port: first.port });
    await eventually('the tunnel stopped', async () => (await driver.call('tunnel.status', {})).failure?.code === 'host-key-changed');

    await openReception(page);
    await page.getByRole('button', { name: 'Compare the keys…' }).click();
    const question = page.getByRole('alertdialog', { name: /another key than before/ });
    const { hostKeys } = (await driver.call('tunnel.status', {})).failure ?? {};
    await question.getByText(hostKeys?.known.fingerprint ?? 'the known key').waitFor();
    await question.getByText(hostKeys?.shown.fingerprint ?? 'the shown key').waitFor();
    expect(await question.getByRole('button', { name: 'Accept the new key' }).isDisabled()).toBe(true);
    await question.getByRole('button', { name: 'Leave the tunnel off' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByText('Your public address is switched off').waitFor();
    await page.getByRole('button', { name: 'Switch it on' }).waitFor();
    await page.getByText('What the tunnel did').click();
    await page.getByRole('list', { name: 'Log of the tunnel' }).getByText('Switched off.').waitFor();
  });

  test('the strip tells each stretch in words, by keyboard too', async () => {
    const driver = await start();
    const way = await proxyTo(driver);
    const { page } = driver;
    await driver.call('tunnel.configure', { kind: 'own-url', publicUrl: way.url });
    await sign(page).getByText('Receiving').waitFor();
    await openReception(page);
    await page.getByText('No number of yours is connected yet, so no text could be missed.').waitFor();
    way.leadTo(undefined);
    await page.getByRole('button', { name: 'Check now' }).click();
    await sign(page).getByText('Not reachable').waitFor();
    way.leadTo(driver.receiverUrl);
    await page.getByRole('button', { name: 'Check now' }).click();
    await sign(page).getByText('Receiving').waitFor();

    const strip = page.getByRole('group', { name: 'Reception in the last 24 hours' });
    const gap = strip.getByRole('radio', { name: /^Not reachable, / });
    await eventually('the gap is in the strip', async () => (await gap.count()) > 0);
    await strip
      .getByRole('radio', { name: /^Receiving, / })
      .last()
      .focus();
    await page.keyboard.press('ArrowLeft');
    await eventually('the gap is chosen', () => gap.last().isChecked());
    await page
      .getByRole('paragraph')
      .filter({ hasText: /^Not reachable, .* sec/ })
      .waitFor();
  });

  test('a provider that still holds an earlier address marks its line, until a text proves otherwise', async () => {
    const driver = await start();
    const { page } = driver;
    const [first, second] = [await proxyTo(driver), await proxyTo(driver)];
    const line = await driver.call('lines.create', ink);
    const deliverThrough = ({ url }: Forwarder, id: number) => {
      const { headers, body } = receiveSmsInk('s', { id, from: '+14155551234', text: `Text ${id}` });
      return fetch(`${url}${line.webhookPath}`, { method: 'POST', headers, body });
    };
    await driver.call('tunnel.configure', { kind: 'own-url', publicUrl: first.url });
    await sign(page).getByText('Receiving').waitFor();
    await deliverThrough(first, 1);
    await openLine(page, /^Ink/);
    await page.getByText('Pointed here').waitFor();

    await driver.call('tunnel.configure', { kind: 'own-url', publicUrl: second.url });
    const item = page.getByRole('navigation').getByRole('button', { name: /^Ink/ });
    await item.getByText('Its provider holds an earlier address').waitFor();
    await page.getByText('Points to an earlier address').waitFor();
    await page.getByText(`${second.url}${line.webhookPath}`).waitFor();
    await page.getByRole('button', { name: 'Copy URL' }).waitFor();
    await openReception(page);
    await page.getByRole('button', { name: 'Open Ink' }).click();
    await deliverThrough(second, 2);
    await page.getByText('Pointed here').waitFor();
    expect(await item.getByText('Its provider holds an earlier address').count()).toBe(0);
  });

  test('a guess is called one, what was there before can be put back, and drift is seen', async () => {
    const provider = await recordingServer();
    onTestFinished(() => provider.close());
    let held = 'https://elsewhere.example.com/sms';
    provider.answerEach(({ method, body }) => {
      if (method === 'POST') held = (JSON.parse(body) as { sms_url: string }).sms_url;
      return { status: 200, body: { sms_url: held } };
    });
    const driver = await start();
    const { page } = driver;
    const way = await proxyTo(driver);
    await driver.call('tunnel.configure', { kind: 'own-url', publicUrl: way.url });
    const credentials = { authToken: 'token', apiKey: 'key', apiBaseUrl: provider.url };
    const line = await driver.call('lines.create', { provider: 'cloudvno', label: 'Work', number: '+12125559876', credentials });
    await openLine(page, /^Work/);
    await page.getByText(/not documented by the provider, so it is a guess/).waitFor();
    expect(provider.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.getByRole('button', { name: 'Ask where it points' }).click();
    await page.getByText('Points somewhere else').waitFor();
    await page.getByText('https://elsewhere.example.com/sms').first().waitFor();
    await page.getByRole('button', { name: 'Try to point it here' }).click();
    await page.getByText('Pointed here').waitFor();
    expect(held).toBe(`${way.url}${line.webhookPath}`);

    held = 'https://changed-by-hand.example.com/sms';
    await page.getByRole('button', { name: 'Ask where it points' }).click();
    await page.getByText('Points somewhere else').waitFor();
    await page.getByRole('button', { name: 'Put back what was there before' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Put back what was there before' }).click();
    await eventually('it was put back', () => held === 'https://elsewhere.example.com/sms');
  });
});
