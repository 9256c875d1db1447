import { describe, expect, test } from 'vitest';
import { settingsFor, storedSecrets, storedValues, type WayValues, wayInUse, ways } from '../../../../renderer/reception/ways.ts';
import { fieldsOf } from '../../../../src/contract/errors.ts';
import { type TunnelSettingsView, tunnelSettingsSchema } from '../../../../src/contract/tunnel.ts';

const nothing: TunnelSettingsView = { ssh: null, ngrok: { hasToken: false }, cloudflared: { hasToken: false }, former: { ssh: {} } };
const empty = { kind: 'none', publicUrl: null, settings: nothing } as const;

const ownServer: WayValues = {
  'ssh.host': ' server.example.com ',
  'ssh.port': '2222',
  'ssh.user': 'me',
  'ssh.login': 'key',
  'ssh.keyPath': '~/.ssh/id_ed25519',
  'ssh.passphrase': '',
  'ssh.remote': 'port',
  'ssh.remote.port': '8765',
  'ssh.publicUrl': 'https://texts.example.com',
};

/** What the contract says to what the form of a way sends. */
function complaints(...[way, values]: Parameters<typeof settingsFor>): Record<string, string> {
  const parsed = tunnelSettingsSchema.safeParse(settingsFor(way, values));
  return parsed.success ? {} : fieldsOf(parsed.error);
}

describe('an untouched form', () => {
  test.each(ways.filter((way) => way !== 'own-server'))('of %s is what the contract takes', (way) => {
    expect(complaints(way, storedValues(way, empty))).toEqual({});
  });

  test('of the own server is complained about beside the fields it has', () => {
    expect(Object.keys(complaints('own-server', storedValues('own-server', empty))).sort()).toEqual([
      'ssh.host',
      'ssh.keyPath',
      'ssh.publicUrl',
      'ssh.remote.port',
      'ssh.user',
    ]);
  });
});

describe('the own server', () => {
  test('is told as typed, without spaces around it and without what was left empty', () => {
    expect(settingsFor('own-server', ownServer)).toEqual({
      kind: 'ssh',
      ssh: {
        preset: 'own-server',
        host: 'server.example.com',
        port: 2222,
        user: 'me',
        keyPath: '~/.ssh/id_ed25519',
        remote: { kind: 'port', port: 8765 },
        publicUrl: 'https://texts.example.com',
      },
    });
  });

  test('is logged in to with the agent alone when that was chosen, whatever stands in the hidden fields', () => {
    const { ssh } = settingsFor('own-server', { ...ownServer, 'ssh.login': 'agent', 'ssh.passphrase': 'secret' });
    expect(ssh).toMatchObject({ useAgent: true });
    expect(ssh).not.toHaveProperty('keyPath');
    expect(ssh).not.toHaveProperty('passphrase');
  });

  test('opens a socket instead of a port', () => {
    const { ssh } = settingsFor('own-server', { ...ownServer, 'ssh.remote': 'unix-socket', 'ssh.remote.path': '/run/texttray.sock' });
    expect(ssh?.remote).toEqual({ kind: 'unix-socket', path: '/run/texttray.sock' });
  });

  test.each(['', 'x', '22x', '-1', '70000', '1e3'])('complains about the port %j beside it', (port) => {
    expect(complaints('own-server', { ...ownServer, 'ssh.port': port })).toEqual({ 'ssh.port': 'A port is between 1 and 65535.' });
  });

  test('that is stored fills the form again and sends the same', () => {
    const first = tunnelSettingsSchema.parse(settingsFor('own-server', ownServer));
    if (first.ssh === undefined) throw new Error('There are no SSH settings');
    const { passphrase: _passphrase, ...ssh } = first.ssh;
    const settings: TunnelSettingsView = { ...nothing, ssh: { ...ssh, hasPassphrase: true } };
    const status = { kind: 'ssh', publicUrl: 'https://texts.example.com', settings } as const;
    expect(wayInUse(status)).toBe('own-server');
    expect(storedSecrets(settings)).toMatchObject({ 'ssh.passphrase': true, 'ngrok.token': false });
    expect(tunnelSettingsSchema.parse(settingsFor('own-server', storedValues('own-server', status)))).toEqual(first);
    // Another SSH way begins empty: these settings are not its own.
    expect(storedValues('localhost.run', status)).toMatchObject({ 'ssh.host': '', 'ssh.login': 'none' });
  });

  test('fills the form again when another way was used meanwhile', () => {
    const { ssh } = tunnelSettingsSchema.parse(settingsFor('own-server', ownServer));
    if (ssh === undefined) throw new Error('There are no SSH settings');
    const { passphrase: _passphrase, ...kept } = ssh;
    const former = { ssh: { 'own-server': kept }, publicUrl: 'https://mine.example.com' };
    const settings: TunnelSettingsView = { ...nothing, ssh: { preset: 'pinggy', hasPassphrase: false }, former };
    const status = { kind: 'ssh', publicUrl: 'https://x.pinggy.link', settings } as const;
    expect(storedValues('own-server', status)).toMatchObject({ 'ssh.host': 'server.example.com', 'ssh.user': 'me' });
    expect(storedValues('pinggy', status)).toMatchObject({ 'ssh.host': '' });
    expect(storedValues('own-url', status)).toMatchObject({ publicUrl: 'https://mine.example.com' });
  });
});

describe('a secret', () => {
  test('that is left empty stays what it is', () => {
    expect(settingsFor('ngrok', { 'ngrok.token': '', 'ngrok.domain': '' })).toEqual({ kind: 'ngrok', ngrok: {} });
    expect(settingsFor('own-server', ownServer).ssh).not.toHaveProperty('passphrase');
  });

  test('of a named Cloudflare tunnel is taken away with it, or the quick one would be the named one', () => {
    const named = { 'cloudflared.kind': 'named', 'cloudflared.token': 't', 'cloudflared.publicUrl': 'https://texts.example.com' };
    expect(settingsFor('cloudflared', named)).toEqual({
      kind: 'cloudflared',
      cloudflared: { token: 't', publicUrl: 'https://texts.example.com' },
    });
    expect(settingsFor('cloudflared', { ...named, 'cloudflared.kind': 'quick' })).toEqual({
      kind: 'cloudflared',
      cloudflared: { token: '' },
    });
  });
});
