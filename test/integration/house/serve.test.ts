import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
let folder: string;
let npm: ChildProcess;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texttray-serve-'));
  const args = ['--silent', 'run', 'serve', '--', '--data-dir', folder, '--receiver-port', '0', '--ui-port', '0'];
  // A group of its own, so that nothing outlives this test whatever it finds.
  npm = spawn('npm', args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  printed = '';
  npm.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  // Twice npm, a shell and Node: on a busy machine that takes its time.
  await expect.poll(() => printed, { timeout: 100_000 }).toContain('\n');
});

afterEach(async () => {
  try {
    if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGKILL');
  } catch {
    // All of it has ended, as it should have.
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe.skipIf(process.platform === 'win32')('npm run serve', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('prints its one line alone and is gone after %s to npm', async (signal) => {
    const { ready, ui, receiver, token } = JSON.parse(printed) as Record<string, unknown>;
    expect({ ready, token }).toEqual({ ready: true, token: expect.any(String) });
    expect(await answers(String(ui))).toBe(true);
    npm.kill(signal);
    await expect.poll(() => Promise.all([answers(String(ui)), answers(String(receiver))]), { timeout: 50_000 }).toEqual([false, false]);
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
  });
});
