import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../scripts/lib/run.mjs';
import { eventually } from '../../support/eventually.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texttray-run-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const node = process.execPath;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a program says how it ended and, when asked, all that it printed', async () => {
  const program = "process.stdout.write('out '); process.stderr.write('err'); process.exitCode = 3";
  const { code, output, timedOut } = await run(node, ['-e', program], { output: 'capture' });
  expect({ code, timedOut }).toEqual({ code: 3, timedOut: false });
  expect(output.split(' ').toSorted()).toEqual(['err', 'out']);
});

test('a program that is not there ends with 127, as in a shell', async () => {
  expect((await run(join(folder, 'nothing'), [], { output: 'capture' })).code).toBe(127);
});

test('each line of a program is handed over as it comes', async () => {
  const lines: string[] = [];
  await run(node, ['-e', "console.log('one'); console.log('two')"], { output: 'lines', onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['one', 'two']);
});

test.skipIf(process.platform === 'win32')('a program that takes too long is ended together with what it started', async () => {
  const pids = join(folder, 'pids');
  const child = 'setInterval(() => {}, 1000)';
  const program = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
    require('node:fs').writeFileSync(${JSON.stringify(`${pids}.new`)}, JSON.stringify([process.pid, child.pid]));
    require('node:fs').renameSync(${JSON.stringify(`${pids}.new`)}, ${JSON.stringify(pids)});
    setInterval(() => {}, 1000);
  `;
  const time = new AbortController();
  const running = run(node, ['-e', program], { output: 'capture', until: time.signal });
  const [parent, grandchild] = await eventually('both run', () =>
    readFile(pids, 'utf8').then(
      (text) => JSON.parse(text) as [number, number],
      () => undefined,
    ),
  );
  time.abort();
  expect((await running).timedOut).toBe(true);
  await eventually('both are gone', () => !isRunning(parent) && !isRunning(grandchild));
});
