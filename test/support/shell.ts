/**
 * Commands as somebody pastes them: run by this computer's own `/bin/sh`, with its own curl.
 * @module
 */
import { spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { temporaryFolder } from './temporary-folder.ts';

const isThere = spawnSync('curl', ['--version']).status === 0 && spawnSync('/bin/sh', ['-c', 'exit 0']).status === 0;

/**
 * Whether copied commands can be run here. Where they cannot, this says so once, as the reason why tests are skipped; where
 * nobody reads that, they run and fail.
 */
export const canRunCommands: boolean = isThere || (process.env.CI ?? '') !== '';
if (!isThere) process.stdout.write('There is no curl or no /bin/sh here: the tests that run copied commands cannot prove anything.\n');

export type Ran = { readonly code: number | null; readonly output: Buffer; readonly errors: string };

/** Runs lines for a shell, with nothing of the user's own settings and only these variables. */
export async function runInShell(script: string, { shell = '/bin/sh', variables = {} }: RunOptions = {}): Promise<Ran> {
  const folder = await temporaryFolder();
  const file = join(folder, 'pasted.sh');
  await writeFile(file, script);
  const env = { PATH: process.env.PATH ?? '', HOME: folder, CURL_HOME: folder, ...variables };
  const child = spawn(shell, [file], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output: Buffer.concat(output), errors: Buffer.concat(errors).toString() };
}

type RunOptions = { readonly shell?: string; readonly variables?: Readonly<Record<string, string>> };
