/**
 * The python3 of this computer, for tests whose truth is Python itself.
 * @module
 */
import { spawnSync } from 'node:child_process';

const version = spawnSync('python3', ['--version'], { encoding: 'utf8' });

/** Whether there is one. Where there is none this says so once, in one line, as the reason why tests are skipped. */
export const pythonInstalled: boolean = version.status === 0;
if (!pythonInstalled) process.stdout.write("python3 is not installed: the tests against the providers' own Python code are skipped.\n");

/** Runs a script with a text on its standard input and returns its standard output. */
export function runPython(script: string, input: string): string {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const result = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env });
  if (result.status !== 0) throw new Error(`python3 ${script} failed: ${result.stderr}`);
  return result.stdout;
}
