/**
 * A real OpenSSH server with the settings of a tunnel through it: for tests and for the benchmark.
 * @module
 */
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import { freePort } from '../free-port.ts';
import { type RealSshd, startSshd } from './real-sshd.ts';

export type SshSettingsInput = NonNullable<TunnelSettings['ssh']>;

export type OwnServer = {
  readonly sshd: RealSshd;
  /** The port of 127.0.0.1 the server forwards from, and the address it is reached at. */
  readonly remotePort: number;
  readonly publicUrl: string;
  /** Settings that work; `changes` replace some. */
  settings(changes?: Partial<SshSettingsInput>): TunnelSettings;
};

/** Starts the server in an existing, empty folder. The caller kills it. `lines` are further ones of `sshd_config`. */
export async function startOwnServer(folder: string, lines: readonly string[] = []): Promise<OwnServer> {
  const sshd = await startSshd(folder, { settings: lines });
  const remotePort = await freePort();
  const publicUrl = `http://127.0.0.1:${remotePort}`;
  const { host, port, user, key } = sshd;
  const remote = { kind: 'port', port: remotePort } as const;
  const ssh: SshSettingsInput = { preset: 'own-server', host, port, user, keyPath: key.path, remote, publicUrl };
  return { sshd, remotePort, publicUrl, settings: (changes = {}) => ({ kind: 'ssh', ssh: { ...ssh, ...changes } }) };
}
