/**
 * A real OpenSSH server on 127.0.0.1, with its own host key, configuration and authorized key in a folder of its own. It
 * runs as whoever runs the test, root or not, and lets in that same user.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { signalTree } from '../processes.ts';
import { type KeyFiles, writeKey } from './keys.ts';

export type RealSshd = {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  /** The key that is let in. */
  readonly key: KeyFiles;
  /** Everything it has logged. */
  log(): string;
  /** Lets it run again, on the same port with the same keys. */
  start(): Promise<void>;
  /** Ends it and all its sessions at once, without a goodbye. */
  kill(): Promise<void>;
  /** Stops it and all its sessions in the middle of whatever they do; nothing is closed. */
  freeze(): void;
  thaw(): void;
  /** As after an installation from scratch. Takes effect with the next start. */
  changeHostKey(): Promise<void>;
  /** Replaces the lines of `authorized_keys`. */
  authorize(lines: readonly string[]): Promise<void>;
};

/** Where a distribution puts its OpenSSH server; `undefined` when this machine has none. */
export const sshdPath = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/lib/ssh/sshd', '/opt/homebrew/sbin/sshd'].find((path) =>
  existsSync(path),
);

/**
 * Starts a server in an existing, empty folder. The caller kills it.
 * @param options `settings` are further lines of `sshd_config`.
 */
export async function startSshd(folder: string, options: { settings?: readonly string[] } = {}): Promise<RealSshd> {
  if (sshdPath === undefined) throw new Error('This machine has no OpenSSH server.');
  const executable = sshdPath;
  // As root it insists on an empty folder to lock its unprivileged half into.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const port = await freePort();
  const hostKey = join(folder, 'host_key');
  const authorizedKeys = join(folder, 'authorized_keys');
  const configuration = join(folder, 'sshd_config');
  await writeKey(folder, 'host_key');
  const key = await writeKey(folder, 'user_key');
  await writeFile(authorizedKeys, `${key.publicKey}\n`, { mode: 0o600 });
  const lines = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${authorizedKeys}`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'AllowTcpForwarding yes',
    'AllowStreamLocalForwarding yes',
    'StreamLocalBindUnlink yes',
    'MaxStartups 100',
    'LogLevel VERBOSE',
    ...(options.settings ?? []),
  ];
  await writeFile(configuration, `${lines.join('\n')}\n`);
  // Since OpenSSH 9.8 a source that failed to log in is kept waiting: here every client is the same source.
  const lenient = ['-o', 'PerSourcePenalties=no'];
  const patience = spawnSync(executable, ['-t', '-f', configuration, ...lenient]).status === 0 ? lenient : [];

  let child: ChildProcess | undefined;
  let log = '';

  const sshd: RealSshd = {
    host: '127.0.0.1',
    port,
    user: userInfo().username,
    key,
    log: () => log,
    async start() {
      const started = spawn(executable, ['-D', '-e', '-f', configuration, ...patience], { stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      started.stderr.setEncoding('utf8');
      let mine = '';
      await new Promise<void>((resolve, reject) => {
        started.stderr.on('data', (text: string) => {
          mine += text;
          log += text;
          if (mine.includes('Server listening on')) resolve();
        });
        started.once('error', reject);
        started.once('exit', (code) => reject(new Error(`sshd ended with ${code}:\n${mine}`)));
      });
    },
    async kill() {
      const ending = child;
      child = undefined;
      if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = once(ending, 'exit');
      signalTree(ending.pid, 'SIGKILL');
      await ended;
    },
    freeze() {
      if (child?.pid !== undefined) signalTree(child.pid, 'SIGSTOP');
    },
    thaw() {
      if (child?.pid !== undefined) signalTree(child.pid, 'SIGCONT');
    },
    async changeHostKey() {
      await rm(hostKey);
      await writeKey(folder, 'host_key');
    },
    authorize: (authorized) => writeFile(authorizedKeys, `${authorized.join('\n')}\n`),
  };
  await sshd.start();
  return sshd;
}
