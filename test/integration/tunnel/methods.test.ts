/** The tunnel as the window sees it, through the contract's methods. */
import { expect, onTestFinished, test } from 'vitest';
import { tunnelFailure } from '../../../src/contract/tunnel-failures.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { memoryVault } from '../../support/memory-vault.ts';
import { writeKey } from '../../support/ssh/keys.ts';
import { startSsh2Server } from '../../support/ssh/ssh2-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

/** With a passphrase the key is locked, which takes a while to open. */
async function settingsFor(server: { host: string; port: number }, passphrase?: string) {
  const locked = passphrase === undefined ? {} : { passphrase };
  const { path: keyPath } = await writeKey(await temporaryFolder(), 'key', locked);
  const remotePort = await freePort();
  const publicUrl = `http://127.0.0.1:${remotePort}`;
  const remote = { kind: 'port', port: remotePort } as const;
  const ssh = {
    preset: 'own-server',
    host: server.host,
    port: server.port,
    user: 'me',
    keyPath,
    passphrase: 'sesame',
    remote,
    publicUrl,
  } as const;
  return { kind: 'ssh', ssh } as const;
}

const state = async (app: TestApp, wanted: string) =>
  eventually(`the tunnel is ${wanted}`, async () => {
    const status = await app.call('tunnel.status', {});
    return status.state === wanted ? status : undefined;
  });
const reception = async (app: TestApp, wanted: string) =>
  eventually(`the window is told ${wanted}`, async () => {
    const status = await app.call('tunnel.status', {});
    return status.reception === wanted ? status : undefined;
  });

test('a tunnel through SSH is chosen, proven by a probe through it, and there again after the app was started anew', async () => {
  const server = await startSsh2Server();
  onTestFinished(() => server.kill());
  const vault = memoryVault();
  const app = await testApp({ vault });
  const settings = await settingsFor(server, 'sesame');
  const chosen = await app.call('tunnel.configure', settings);
  expect(chosen).toMatchObject({
    kind: 'ssh',
    reception: 'not-reachable',
    settings: { ssh: { preset: 'own-server', hasPassphrase: true } },
  });
  expect(JSON.stringify(chosen)).not.toContain('sesame');
  expect(await reception(app, 'receiving')).toMatchObject({
    state: 'up',
    publicUrl: settings.ssh.publicUrl,
    roundTripMs: expect.any(Number),
  });
  const log = (await app.call('tunnel.status', {})).log ?? [];
  expect(log.at(-1)?.text).toBe(`Up at ${settings.ssh.publicUrl}.`);
  await app.close();

  const later = await testApp({ vault, dataFolder: app.dataFolder });
  await reception(later, 'receiving');
});

test('a changed host key is shown with both fingerprints, and accepted only as the one that was shown', async () => {
  const first = await startSsh2Server();
  const app = await testApp();
  await app.call('tunnel.configure', await settingsFor(first));
  await state(app, 'up');
  await first.kill();
  const second = await startSsh2Server({ port: first.port });
  onTestFinished(() => second.kill());
  const { failure, message, action } = await state(app, 'failed');
  expect({ message, action }).toEqual({ message: failure?.message, action: failure?.action });
  const shown = failure?.hostKeys?.shown.fingerprint ?? '';
  expect(shown).not.toBe(failure?.hostKeys?.known.fingerprint);
  await app.refusal('tunnel.acceptHostKey', { fingerprint: `${shown}x` });
  await app.call('tunnel.acceptHostKey', { fingerprint: shown });
  await reception(app, 'receiving');
});

test('what is wrong with the tunnel is what the window is told, instead of the probe', async () => {
  const app = await testApp();
  await app.call('tunnel.configure', await settingsFor({ host: '127.0.0.1', port: await freePort() }));
  await state(app, 'reconnecting');
  const { message, action } = tunnelFailure('refused');
  expect(await app.call('tunnel.status', {})).toMatchObject({ reception: 'not-reachable', message, action, checkedAt: null });
});

test('settings that cannot work are refused beside their fields', async () => {
  const app = await testApp();
  const { fields } = await app.refusal('tunnel.configure', { kind: 'ssh', ssh: { preset: 'own-server' } });
  expect(Object.keys(fields ?? {}).sort()).toEqual(['ssh.host', 'ssh.keyPath', 'ssh.publicUrl', 'ssh.remote', 'ssh.user']);
  const settings = await settingsFor({ host: '127.0.0.1', port: 22 });
  const privately = await app.refusal('tunnel.configure', { ...settings, ssh: { ...settings.ssh, publicUrl: 'https://192.168.1.2' } });
  expect(privately.fields).toEqual({ 'ssh.publicUrl': expect.stringContaining('private') });
  expect(await app.call('tunnel.status', {})).toMatchObject({ kind: 'none', state: 'off' });
});

test('a vault that takes no secret leaves the tunnel as it was', async () => {
  const locked = { ok: false, error: { code: 'vault-unavailable', message: 'locked' } } as const;
  const app = await testApp({ vault: { ...memoryVault(), set: async () => locked } });
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: 'https://texts.example.com' });
  expect(await app.refusal('tunnel.configure', { kind: 'ngrok', ngrok: { token: 'x' } })).toMatchObject({ code: 'vault-unavailable' });
  expect(await app.call('tunnel.status', {})).toMatchObject({ kind: 'own-url', state: 'up' });
});

test('going back to none and then to ssh finds the settings again', async () => {
  const server = await startSsh2Server();
  onTestFinished(() => server.kill());
  const app = await testApp();
  await app.call('tunnel.configure', await settingsFor(server));
  await state(app, 'up');
  expect(await app.call('tunnel.configure', { kind: 'none' })).toMatchObject({ state: 'off', publicUrl: null });
  await app.call('tunnel.configure', { kind: 'ssh' });
  await state(app, 'up');
  await app.call('tunnel.stop', {});
  expect(await state(app, 'off')).toMatchObject({ kind: 'ssh', publicUrl: null, reception: 'not-reachable' });
  await app.call('tunnel.start', {});
  await state(app, 'up');
});
