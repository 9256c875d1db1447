import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/contract/errors.ts';
import { tunnelSettingsSchema } from '../../../src/contract/tunnel.ts';
import { tunnelFailure, tunnelFailureCodes, tunnelFailureSchema } from '../../../src/contract/tunnel-failures.ts';

test.each(tunnelFailureCodes)('%s has one sentence and one action', (code) => {
  const { message, action } = tunnelFailureSchema.parse(tunnelFailure(code));
  expect(message).toMatch(/^(?:[A-Z]|cloudflared ).*[^.]\.$/);
  expect(action).toMatch(/^[A-Z].*[^.]$/);
});

test('no two failures say the same', () => {
  const messages = tunnelFailureCodes.map((code) => tunnelFailure(code).message);
  expect(new Set(messages).size).toBe(messages.length);
});

const ownServer = {
  preset: 'own-server',
  host: 'ssh.example.com',
  user: 'me',
  keyPath: '~/.ssh/id_ed25519',
  remote: { kind: 'port', port: 8_080 },
  publicUrl: 'https://texts.example.com',
};

describe('the settings of a tunnel', () => {
  test.each([
    [{ kind: 'none' }],
    [{ kind: 'own-url', publicUrl: 'https://texts.example.com' }],
    [{ kind: 'ssh' }],
    [{ kind: 'ssh', ssh: { preset: 'localhost.run' } }],
    [{ kind: 'ssh', ssh: ownServer }],
    [
      {
        kind: 'ssh',
        ssh: { ...ownServer, keyPath: undefined, useAgent: true, remote: { kind: 'unix-socket', path: '/run/texttray.sock' } },
      },
    ],
    [{ kind: 'ngrok', ngrok: { token: 'secret', domain: 'mine.ngrok-free.app' } }],
    [{ kind: 'cloudflared', cloudflared: {} }],
  ])('are taken: %j', (settings) => {
    expect(tunnelSettingsSchema.safeParse(settings).success).toBe(true);
  });

  test.each([
    [{ ...ownServer, host: undefined }, 'ssh.host'],
    [{ ...ownServer, host: 'ssh.example.com:22' }, 'ssh.host'],
    [{ ...ownServer, host: '-oProxyCommand=x' }, 'ssh.host'],
    [{ ...ownServer, user: undefined }, 'ssh.user'],
    [{ ...ownServer, port: 70_000 }, 'ssh.port'],
    [{ ...ownServer, keyPath: undefined }, 'ssh.keyPath'],
    [{ ...ownServer, remote: undefined }, 'ssh.remote'],
    [{ ...ownServer, remote: { kind: 'unix-socket', path: 'relative.sock' } }, 'ssh.remote.path'],
    [{ ...ownServer, publicUrl: undefined }, 'ssh.publicUrl'],
  ])('%j is refused beside %s', (ssh, field) => {
    const parsed = tunnelSettingsSchema.safeParse({ kind: 'ssh', ssh });
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(Object.keys(fieldsOf(parsed.error))).toEqual([field]);
  });
});
