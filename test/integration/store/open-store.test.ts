import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { inboundDraft, openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const environment = { clock: systemClock, logger: silentLogger };

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.sort((one, other) => join(one.parentPath, one.name).localeCompare(join(other.parentPath, other.name)))) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

describe('opening a data folder', () => {
  it('refuses one that is in use, and opens it when the other let go', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const second = await openStore({ folder, ...environment });
    expect(second).toMatchObject({ ok: false, error: { kind: 'in-use', pid: process.pid } });
    await store.close();
    await openTestStore(folder);
  });

  it('refuses one that another living process holds, and takes it over when that process was killed', async () => {
    const folder = await temporaryFolder();
    const script = `
      import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../../src/store/open-store.ts'))};
      const clock = { now: () => Date.now(), monotonic: () => performance.now(), after: () => () => undefined };
      const logger = { debug() {}, info() {}, warn() {}, error() {} };
      await openStore({ folder: ${JSON.stringify(folder)}, clock, logger });
      console.log('open');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(await openStore({ folder, ...environment })).toMatchObject({ ok: false, error: { kind: 'in-use', pid: child.pid } });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await openTestStore(folder);
  });

  it('takes over a lock whose process id was given out again', async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'lock'), `${process.pid} 1\n`);
    await openTestStore(folder);
    expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual(['lock']);
  });

  it.each([
    ['stale', '999999999 1\n'],
    ['that nobody finished writing', ''],
  ])('lets exactly one of many that find the same lock %s have it', async (_what, content) => {
    const root = await temporaryFolder();
    for (let round = 0; round < (content === '' ? 1 : 25); round += 1) {
      const folder = join(root, String(round));
      await mkdir(folder);
      await writeFile(join(folder, 'lock'), content);
      const opened = await Promise.all(Array.from({ length: 8 }, () => openStore({ folder, ...environment })));
      const stores = opened.flatMap((one) => (one.ok ? [one.value] : []));
      expect(stores).toHaveLength(1);
      await stores[0]?.close();
      expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
    }
  });

  it('refuses a newer one with a sentence and leaves every byte of it', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    await store.messages.append(inboundDraft(), ['one']);
    await store.close();
    await writeFile(join(folder, 'version.json'), '{"version":99}');
    const before = await fingerprint(folder);
    const refused = await openStore({ folder, ...environment });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'newer-data-folder', found: 99, supported: 2 } });
    if (!refused.ok) expect(refused.error.message).toContain('newer Texttray');
    expect(await fingerprint(folder)).toBe(before);
  });

  it('refuses one that cannot be written, and leaves no lock behind', async () => {
    const folder = await temporaryFolder();
    const files = faultyFiles();
    files.fault = ({ kind, path }) => (kind === 'write' && path.includes('version.json') ? 'ENOSPC' : undefined);
    expect(await openStore({ folder, files, ...environment })).toMatchObject({ ok: false, error: { kind: 'unwritable', code: 'ENOSPC' } });
    await openTestStore(folder);
  });

  it('refuses a folder that is a file', async () => {
    const folder = join(await temporaryFolder(), 'data');
    await writeFile(folder, 'not a folder');
    expect(await openStore({ folder, ...environment })).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
  });

  it('runs migrations once and notes the version', async () => {
    const folder = await temporaryFolder();
    await (await openTestStore(folder)).close();
    expect(JSON.parse(await readFile(join(folder, 'version.json'), 'utf8'))).toEqual({ version: 2 });
    const events: string[] = [];
    const logger = { ...silentLogger, info: (event: string) => void events.push(event) };
    await openTestStore(folder, { logger });
    expect(events).not.toContain('store.migrated');
  });
});
