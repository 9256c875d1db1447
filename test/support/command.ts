/**
 * The built command as a process of its own, as a person or a pipeline runs it.
 * @module
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { ensureBuilt } from '../../scripts/lib/build-step.mjs';
import { run } from '../../src/command/run.ts';

const root = resolve(import.meta.dirname, '../..');
const program = resolve(root, 'dist/command/texttray.js');

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type CommandOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** False: what it prints to goes away at once, as after `| head -0`. */
  readonly isHeard?: boolean;
};

/** Builds it where it is missing or older than its sources. */
export function buildCommand(): Promise<void> {
  return ensureBuilt(['command']);
}

/** Runs `texttray …` to its end. */
export function texttray(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return runToEnd(process.execPath, [program, ...words], options);
}

/** Runs any program to its end, without the secrets and colours of whoever runs the tests. */
export function runToEnd(
  file: string,
  words: readonly string[],
  { environment = {}, stdin = '', cwd = root, isHeard = true }: CommandOptions = {},
): Promise<Ended> {
  const { TEXTTRAY_SECRET: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(file, words, { cwd, env: { ...inherited, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (!isHeard) child.stdout.destroy();
  // It may end without reading.
  child.stdin.on('error', () => undefined).end(stdin);
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', (code) => done({ code, ...printed }));
  });
}

/** The same program in this process, where there are too many runs for a process each. */
export async function texttrayInHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly printed: string }> {
  let printed = '';
  const print = (text: string): void => {
    printed += text;
  };
  const code = await run({
    words,
    environment,
    stdin: Readable.from([]),
    write: print,
    warn: print,
    paint: (_, text) => text,
    version: '0',
  });
  return { code, printed };
}
