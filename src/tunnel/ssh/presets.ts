/**
 * What the services and the user's own server each want to be asked, and how each says where it is reachable.
 * @module
 */
import type { SshPreset, SshRemote, SshSettings } from '../../contract/tunnel.ts';

export type SshPlan = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** `anonymous`: the service lets everybody in. */
  readonly login: 'own-key' | 'anonymous';
  readonly remote: SshRemote | { readonly kind: 'any-port' };
  /** `null`: the service prints the address in its shell, one line like `readAddress` knows. */
  readonly publicUrl: string | null;
  readonly preset: SshPreset;
};

const services = {
  // https://localhost.run/docs: the user `nokey` is let in without a key; any other one needs the key of an account.
  'localhost.run': { host: 'localhost.run', port: 22, anonymousUser: 'nokey', remote: { kind: 'port', port: 80 } },
  // https://pinggy.io/docs/usages: port 443 passes most firewalls; a token goes in the place of the user.
  pinggy: { host: 'free.pinggy.io', port: 443, anonymousUser: 'http', remote: { kind: 'any-port' } },
} as const;

/** Fills in what a preset knows by itself. */
export function planOf(settings: SshSettings): SshPlan {
  const { preset, host, port, user, keyPath, useAgent, remote, publicUrl } = settings;
  const login = keyPath !== undefined || useAgent === true ? 'own-key' : 'anonymous';
  if (preset === 'own-server') {
    return {
      preset,
      host: host ?? '',
      port: port ?? 22,
      user: user ?? '',
      login: 'own-key',
      remote: remote ?? { kind: 'any-port' },
      publicUrl: publicUrl ?? '',
    };
  }
  const service = services[preset];
  return {
    preset,
    host: host ?? service.host,
    port: port ?? service.port,
    user: user ?? (login === 'anonymous' ? service.anonymousUser : 'texttray'),
    login,
    remote: service.remote,
    publicUrl: null,
  };
}
