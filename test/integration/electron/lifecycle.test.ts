import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startStandIn } from '../../support/electron/launch.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { mustBe, start } from './running.ts';

test('a second start shows the window of the first and ends', async () => {
  const app = await start({ args: ['--hidden'] });
  expect((await app.native()).window.visible).toBe(false);
  const second = startStandIn({ dataFolder: app.dataFolder });
  expect(await second.exited).toBe(0);
  await app.sees('the window is there', ({ window }) => window.visible && window.focused);
  expect(mustBe(await app.call('tunnel.status', {})).receiverUrl).toBe(app.receiverUrl);
});

test('a second start by the login item disturbs nobody', async () => {
  const app = await start({ args: ['--hidden'] });
  const second = startStandIn({ dataFolder: app.dataFolder, args: ['--hidden'] });
  expect(await second.exited).toBe(0);
  await app.call('settings.get', {});
  expect((await app.native()).window.visible).toBe(false);
});

test('quitting from the tray closes everything in order, and all is there afterwards', async () => {
  const app = await start();
  mustBe(await app.call('practice.text', { body: 'Before' }));
  await app.command({ do: 'choose-tray-item', labels: ['Quit Texttray'] }).catch(() => undefined);
  expect(await app.exited).toBe(0);
  expect(app.log()).toContain('app.closed');
  await expect(fetch(app.receiverUrl)).rejects.toThrow();

  const again = await start({ dataFolder: app.dataFolder });
  const { items } = mustBe(await again.call('conversations.list', {}));
  expect(items.map(({ lastMessage, unread }) => [lastMessage?.body, unread])).toEqual([['Before', 1]]);
  await again.sees('it is counted at once', ({ badge }) => badge === 1);
});

test('when the system shuts down the app leaves in order', async () => {
  const app = await start();
  await app.command({ do: 'power', event: 'shutdown' }).catch(() => undefined);
  expect(await app.exited).toBe(0);
  expect(app.log()).toContain('app.closed');
});

test('after a crash the next start has the texts and no lock in its way', async () => {
  const app = await start();
  mustBe(await app.call('practice.text', { body: 'Kept' }));
  await app.kill();
  const again = await start({ dataFolder: app.dataFolder });
  const { items } = mustBe(await again.call('conversations.list', {}));
  expect(items[0]?.lastMessage?.body).toBe('Kept');
  mustBe(await again.call('practice.text', { body: 'And on' }));
});

test('waking up proves the public address anew', async () => {
  let probes = 0;
  const outside = createServer((_request, response) => {
    probes += 1;
    response.statusCode = 502;
    response.end();
  });
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void outside.close());
  const address = outside.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const app = await start({ args: ['--public-url', `http://127.0.0.1:${port}`] });
  await eventually('it was proven once', () => probes > 0);
  const before = probes;
  await app.command({ do: 'power', event: 'resume' });
  await eventually('it is proven again', () => probes > before);
});

test('an answer nobody can act on is not given: a start that fails says why in a sentence, and ends', async () => {
  const dataFolder = await temporaryFolder();
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : 0);

  for (const [args, sentence] of [
    [['--receiver-port', port], `Port ${port} is used by another program.`],
    [['--receiver-port', 'eighty'], '--receiver-port needs a number between 0 and 65535.'],
    [['--public-url', 'ftp://nowhere'], 'The public URL cannot be used.'],
  ] as const) {
    const app = startStandIn({ dataFolder, args });
    await expect(app.windowLoaded).rejects.toThrow('The app ended (1)');
    expect(app.lastDialog()).toEqual({
      kind: 'error',
      title: 'Texttray cannot start',
      detail: expect.stringContaining(sentence),
      buttons: [],
    });
  }
});

test('a data folder of a newer version is refused untouched', async () => {
  const first = await start();
  await first.close();
  const { dataFolder } = first;
  const file = await eventually('the version is written', () => versionFile(dataFolder));
  await writeFile(file.path, file.text.replace(/("version":\s*)\d+/, '$1999'));
  const app = startStandIn({ dataFolder });
  expect(await app.exited).toBe(1);
  expect(app.lastDialog()?.detail).toMatch(/newer/i);
  expect(await readFile(file.path, 'utf8')).toContain('999');
});

async function versionFile(dataFolder: string): Promise<{ path: string; text: string } | undefined> {
  for (const name of ['version.json', 'format.json', 'store.json']) {
    const path = join(dataFolder, 'store', name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

test('on Linux starting at login is a desktop entry, written and taken away with the setting', async () => {
  const app = await start();
  const entry = join(app.dataFolder, 'electron', 'config', 'autostart', 'texttray.desktop');
  await app.call('settings.update', { startAtLogin: true });
  const text = await eventually('it is written', async () => {
    const written = await readFile(entry, 'utf8').catch(() => '');
    return written.endsWith('enabled=true\n') && written;
  });
  expect(text).toMatch(/^Exec="[^"]+" "[^"]+" "--data-dir" "[^"]+" "--hidden"$/m);
  expect(text).toContain(app.dataFolder);
  await app.call('settings.update', { startAtLogin: false });
  await eventually('it is gone', async () => (await stat(entry).catch(() => undefined)) === undefined);
});

test('elsewhere it is the list of the system', async () => {
  const app = await start({ system: { platform: 'win32' } });
  await app.call('settings.update', { startAtLogin: true });
  const { loginItem } = await app.sees('it is set', (native) => native.loginItem.openAtLogin);
  expect(loginItem.args).toContain('--hidden');
  await app.call('settings.update', { startAtLogin: false });
  await app.sees('it is taken away', (native) => !native.loginItem.openAtLogin);
});

test('the log is a file for this user alone, and holds no number in full', async () => {
  const app = await start();
  mustBe(await app.call('practice.text', { body: 'Your code is 918273' }));
  const path = join(app.dataFolder, 'logs', 'texttray.log');
  const text = await eventually('it is written', async () => {
    const written = await readFile(path, 'utf8').catch(() => '');
    return written.includes('app.started') && written;
  });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(text).not.toMatch(/918273|2025550188/);
});

test('keys are asked for before they are kept where nothing protects them', async () => {
  const refused = await start({ system: { secrets: { backend: 'basic_text' }, messageBoxResponse: 1 } });
  const native = await refused.native();
  expect(native.dialogs[0]).toMatchObject({ kind: 'message', title: 'This system has no protected place for keys' });
  const answer = await refused.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: 's' },
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'vault-unprotected' } });
  expect(mustBe(await refused.call('state.snapshot', {})).problems.map(({ code }) => code)).toContain('vault-unprotected');
  await refused.close();

  const allowed = await start({ dataFolder: refused.dataFolder, system: { secrets: { backend: 'basic_text' }, messageBoxResponse: 0 } });
  mustBe(
    await allowed.call('lines.create', {
      provider: 'receivesms-ink',
      label: 'Ink',
      number: '+12025550100',
      credentials: { webhookSecret: 's' },
    }),
  );
});

test('a page that died is loaded again', async () => {
  const app = await start();
  await app.page.evaluate(() => Reflect.set(globalThis, 'isTheOldPage', true));
  await app.command({ do: 'crash-page' });
  await eventually('the page is a new one', () => app.page.evaluate(() => !('isTheOldPage' in globalThis)).catch(() => false));
  await app.page.waitForLoadState();
  expect(mustBe(await app.call('tunnel.status', {})).receiverUrl).toBe(app.receiverUrl);
  expect(app.log()).toContain('window.page-died');
});
