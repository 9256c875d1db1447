/**
 * The browser host as a user starts it: the built bundle in a process of its own.
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../../dist/host/main.js', import.meta.url));

export type HostProcess = {
  readonly ui: string;
  readonly receiver: string;
  readonly token: string;
  readonly child: ChildProcess;
  /** What it wrote to stderr so far. */
  log(): string;
  /** SIGTERM, and waits for the end. Answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
};

/** Resolves when the host has printed its one line. */
export async function startHostProcess(
  dataFolder: string,
  options: { receiverPort?: number; publicUrl?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<HostProcess> {
  const { receiverPort = 0, publicUrl, env = {} } = options;
  const args = [
    '--data-dir',
    dataFolder,
    '--receiver-port',
    String(receiverPort),
    '--ui-port',
    '0',
    ...(publicUrl === undefined ? [] : ['--public-url', publicUrl]),
  ];
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const ended = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const [line] = await Promise.race([
    firstLine,
    ended.then(([code]) => {
      throw new Error(`The browser host ended with ${String(code)}: ${log}`);
    }),
  ]);
  const ready = JSON.parse(String(line)) as { ui: string; receiver: string; token: string };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  };
  return { ...ready, child, log: () => log, stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) };
}
