/**
 * The ways to be reached as people choose them, and how each is told to the core. The contract knows kinds; SSH is three
 * ways here, because they ask for different things.
 * @module
 */
import type { MethodInput } from '../../src/contract/methods.ts';
import type { SshPreset } from '../../src/contract/tunnel.ts';
import type { TunnelStatus } from '../../src/contract/views.ts';

/** In the order in which they are offered. */
export const ways = ['localhost.run', 'ngrok', 'own-server', 'pinggy', 'cloudflared', 'own-url', 'none'] as const;
export type Way = (typeof ways)[number];

/** What was typed, by the paths the contract complains about (`ssh.keyPath`), and a few choices of the form's own. */
export type WayValues = Readonly<Record<string, string>>;

type TunnelInput = MethodInput<'tunnel.configure'>;

/** Which way is set now, whether it works or not. */
export function wayInUse({ kind, settings }: Pick<TunnelStatus, 'kind' | 'settings'>): Way {
  return kind === 'ssh' ? (settings?.ssh?.preset ?? 'localhost.run') : kind;
}

/** What the form of a way begins with: what is stored for it. Secrets are never shown again. */
export function storedValues(way: Way, { kind, publicUrl, settings }: Pick<TunnelStatus, 'kind' | 'publicUrl' | 'settings'>): WayValues {
  const { ngrok, cloudflared, former } = settings ?? {};
  return {
    ...storedSsh(way, settings?.ssh?.preset === way ? settings.ssh : sshOf(way, former)),
    'ngrok.domain': ngrok?.domain ?? '',
    'cloudflared.kind': cloudflared?.publicUrl === undefined ? 'quick' : 'named',
    'cloudflared.path': cloudflared?.path ?? '',
    'cloudflared.publicUrl': cloudflared?.publicUrl ?? '',
    publicUrl: (kind === 'own-url' ? publicUrl : former?.publicUrl) ?? '',
  };
}

type Former = NonNullable<TunnelStatus['settings']>['former'];
type StoredSsh = NonNullable<Former['ssh'][SshPreset]>;

function sshOf(way: Way, former: Former | undefined): StoredSsh | undefined {
  return way === 'own-server' || way === 'localhost.run' || way === 'pinggy' ? former?.ssh[way] : undefined;
}

function storedSsh(way: Way, ssh: StoredSsh | undefined): WayValues {
  const { host = '', port = 22, user = '', keyPath = '', useAgent = false, remote, publicUrl = '' } = ssh ?? {};
  const usual = way === 'own-server' ? 'key' : 'none';
  return {
    'ssh.host': host,
    'ssh.port': String(port),
    'ssh.user': user,
    'ssh.login': keyPath !== '' ? 'key' : useAgent ? 'agent' : usual,
    'ssh.keyPath': keyPath,
    'ssh.remote': remote?.kind ?? 'port',
    'ssh.remote.port': remote?.kind === 'port' ? String(remote.port) : '',
    'ssh.remote.path': remote?.kind === 'unix-socket' ? remote.path : '',
    'ssh.publicUrl': publicUrl,
  };
}

/** The secrets that are stored already, by their paths. */
export function storedSecrets(settings: TunnelStatus['settings']): Readonly<Record<string, boolean>> {
  return {
    'ssh.passphrase': settings?.ssh?.hasPassphrase ?? false,
    'ngrok.token': settings?.ngrok.hasToken ?? false,
    'cloudflared.token': settings?.cloudflared.hasToken ?? false,
  };
}

/** What the core is told. Empty fields are left out: it complains about those it needs, beside the field. */
export function settingsFor(way: Way, values: WayValues): TunnelInput {
  const given = (path: string): string | undefined => values[path]?.trim() || undefined;
  const named = <Key extends string>(key: Key, path: string): { [Name in Key]?: string } => {
    const value = given(path);
    return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: string };
  };
  switch (way) {
    case 'none':
      return { kind: 'none' };
    case 'own-url':
      return { kind: 'own-url', publicUrl: values.publicUrl ?? '' };
    case 'ngrok':
      return { kind: 'ngrok', ngrok: { ...named('domain', 'ngrok.domain'), ...named('token', 'ngrok.token') } };
    case 'cloudflared': {
      const path = named('path', 'cloudflared.path');
      // A token that stays would make the quick tunnel a named one.
      if (values['cloudflared.kind'] !== 'named') return { kind: 'cloudflared', cloudflared: { ...path, token: '' } };
      const publicUrl = values['cloudflared.publicUrl'] ?? '';
      return { kind: 'cloudflared', cloudflared: { ...path, publicUrl, ...named('token', 'cloudflared.token') } };
    }
    case 'pinggy':
      return { kind: 'ssh', ssh: { preset: 'pinggy' } };
    case 'localhost.run':
      return { kind: 'ssh', ssh: { preset: 'localhost.run', ...login(values) } };
    case 'own-server':
      return {
        kind: 'ssh',
        ssh: {
          preset: 'own-server',
          ...named('host', 'ssh.host'),
          port: portOf(values['ssh.port']),
          ...named('user', 'ssh.user'),
          ...login(values),
          remote:
            values['ssh.remote'] === 'unix-socket'
              ? { kind: 'unix-socket', path: values['ssh.remote.path']?.trim() ?? '' }
              : { kind: 'port', port: portOf(values['ssh.remote.port']) },
          ...named('publicUrl', 'ssh.publicUrl'),
        },
      };
  }
}

function login(values: WayValues) {
  const keyPath = values['ssh.keyPath']?.trim() ?? '';
  const passphrase = values['ssh.passphrase'] ?? '';
  switch (values['ssh.login']) {
    case 'agent':
      return { useAgent: true };
    case 'key':
      return { ...(keyPath !== '' && { keyPath }), ...(passphrase !== '' && { passphrase }) };
    default:
      return {};
  }
}

/** 0, which is refused beside the field, for what is not a number. */
function portOf(text: string | undefined): number {
  return /^\d{1,6}$/.test(text?.trim() ?? '') ? Number(text) : 0;
}
