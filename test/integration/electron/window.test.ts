import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callChannel } from '../../../electron/channels.ts';
import { contentSecurityPolicy } from '../../../electron/page-files.ts';
import { methodNames } from '../../../src/contract/methods.ts';
import { eventually } from '../../support/eventually.ts';
import { type Bridge, mustBe, type Running, startForFile } from './running.ts';

let app: Running;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ app, end } = await startForFile());
});

afterAll(() => end());

test('the window is made with everything locked that can be locked', async () => {
  const { window } = await app.native();
  expect(window).toMatchObject({ created: true, visible: true, focused: true });
  expect(window.options).toMatchObject({
    show: false,
    minWidth: 360,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: true,
    },
  });
});

test("the window's scheme is declared as standard and secure before the app is ready", async () => {
  const { schemes } = await app.native();
  expect(schemes).toEqual([{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) }]);
  expect(schemes).not.toHaveProperty('0.privileges.bypassCSP');
});

test('the page finds the contract and nothing else, and cannot change it', async () => {
  const found = await app.page.evaluate(() => {
    const bridge: Bridge = Reflect.get(globalThis, 'texttray');
    const replaced =
      Reflect.set(globalThis, 'texttray', {}) || Reflect.set(bridge, 'call', () => 1) || Reflect.deleteProperty(globalThis, 'texttray');
    const forbidden = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis);
    return { keys: Object.keys(bridge), host: bridge.host, frozen: Object.isFrozen(bridge), replaced, forbidden };
  });
  expect(found).toEqual({ keys: ['host', 'call', 'file', 'subscribe'], host: 'electron', frozen: true, replaced: false, forbidden: [] });
});

test('every method of the contract is let through and answered', async () => {
  for (const name of methodNames) {
    const answer = await app.page.evaluate((method) => {
      const bridge: Bridge = Reflect.get(globalThis, 'texttray');
      return bridge.call(method, { nonsense: true, id: 'none', lineId: 'none', conversationId: 'none' });
    }, name);
    // Some succeed without input; the others say what is wrong with it. None is unknown.
    expect([name, answer.ok || answer.error.message]).not.toEqual([name, 'There is no such method.']);
  }
});

test('what is not in the contract is not even asked', async () => {
  for (const name of ['constructor', 'toString', 'lines.drop', '__proto__', '']) {
    const answer = await app.page.evaluate((method) => {
      const bridge: Bridge = Reflect.get(globalThis, 'texttray');
      return bridge.call(method, {});
    }, name);
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  }
});

test('input is parsed, and what is wrong with it is said field by field', async () => {
  const answer = await app.call('lines.create', { provider: 'practice', label: '', number: '' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: { label: 'Give the line a name.' } } });
});

test.each([
  ['https://evil.example/', true],
  ['app://texttray.evil/index.html', true],
  ['file:///etc/passwd', true],
  ['about:blank', true],
  ['app://texttray/index.html', false],
])('a call from %s (top frame: %s) is dropped', async (url, isMainFrame) => {
  const answer = await app.command({ do: 'invoke-as', url, isMainFrame, channel: callChannel, args: ['state.snapshot', {}] });
  expect(answer).toMatchObject({ ok: true, value: { ok: false, error: { code: 'not-permitted' } } });
  await eventually('the log says so', () => app.log().includes('ipc.untrusted-sender'));
});

test('the same call from our own top frame is answered', async () => {
  const own = {
    do: 'invoke-as',
    url: 'app://texttray/index.html',
    isMainFrame: true,
    channel: callChannel,
    args: ['tunnel.status', {}],
  } as const;
  expect(await app.command(own)).toMatchObject({ ok: true, value: { ok: true } });
});

test('the page comes with its policy, and the policy holds in Chromium', async () => {
  const response = await app.page.reload();
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy);
  await app.page.evaluate(() => {
    const blocked: string[] = [];
    Reflect.set(globalThis, 'blocked', blocked);
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    const image = document.createElement('img');
    image.src = 'https://tracker.example/pixel.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(script, image, frame);
    fetch('https://evil.example/').catch(() => blocked.push('fetch failed'));
  });
  await eventually('all four and the failed request are known', () =>
    app.page.evaluate(() => {
      const blocked: string[] = Reflect.get(globalThis, 'blocked');
      const wanted = ['connect-src', 'fetch failed', 'frame-src', 'img-src', 'script-src-elem'];
      return wanted.every((directive) => blocked.includes(directive));
    }),
  );
  expect(await app.page.evaluate(() => 'inlineRan' in globalThis)).toBe(false);
  await app.page.reload();
});

test('no file outside the window can be reached from it', async () => {
  const status = await app.page.evaluate(async () => {
    const statuses: number[] = [];
    for (const path of ['/../electron/main.js', '/%2e%2e/electron/main.js', '/..%2f..%2fpackage.json']) {
      const request = new XMLHttpRequest();
      try {
        request.open('GET', path, false);
        request.send();
        statuses.push(request.status);
      } catch {
        statuses.push(0);
      }
    }
    return statuses;
  });
  expect(status).toEqual([404, 404, 404]);
});

test('the window cannot be led away, neither by a link nor by a script', async () => {
  const before = app.page.url();
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://evil.example/';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await eventually('the attempt is logged', () => app.log().includes('window.navigation-refused'));
  expect(app.page.url()).toBe(before);
  expect(mustBe(await app.call('tunnel.status', {})).receiverUrl).toBe(app.receiverUrl);
});

test('links open in the browser, and only links to the web', async () => {
  await app.page.evaluate(() => {
    for (const address of ['https://example.com/help', 'file:///etc/passwd', 'javascript:alert(1)'])
      window.open(address, '_blank', 'noopener');
  });
  const { opened } = await app.sees('the link was opened', (native) => native.opened.length > 0);
  expect(opened).toEqual(['https://example.com/help']);
});

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal', 'display-capture', 'unknown'])(
  'the page is refused: %s',
  async (permission) => {
    expect(await app.command({ do: 'ask-permission', permission, url: 'app://texttray/index.html' })).toBe(false);
  },
);

test('copying is granted, to our page only', async () => {
  const permission = 'clipboard-sanitized-write';
  expect(await app.command({ do: 'ask-permission', permission, url: 'app://texttray/index.html' })).toBe(true);
  expect(await app.command({ do: 'ask-permission', permission, url: 'https://evil.example/' })).toBe(false);
});

test("the window's theme follows the settings", async () => {
  const isDark = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  await app.call('settings.update', { theme: 'dark' });
  await eventually('the page is dark', isDark);
  expect((await app.native()).themeSource).toBe('dark');
  await app.call('settings.update', { theme: 'system' });
  await eventually('the page is light again', async () => !(await isDark()));
});

test("everything is kept below the data folder, Chromium's own files in a folder of their own", async () => {
  expect((await readdir(app.dataFolder)).sort()).toEqual(['electron', 'exchange', 'logs', 'search', 'secrets.system.json', 'store']);
  expect((await app.native()).paths.userData).toBe(join(app.dataFolder, 'electron'));
  expect(mustBe(await app.call('state.snapshot', {})).host).toEqual({
    kind: 'electron',
    platform: 'linux',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    canStartAtLogin: true,
    dataFolder: app.dataFolder,
  });
});
