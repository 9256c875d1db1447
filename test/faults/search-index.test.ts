/**
 * The index is a cache: whatever happens to its file or its thread, the app goes on and everything can be found again.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { IndexUnavailable } from '../../src/core/ports.ts';
import { indexFileName } from '../../src/search/search-index.ts';
import { eventually } from '../support/eventually.ts';
import { manualClock } from '../support/manual-clock.ts';
import { openSearchIndex } from '../support/search-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

const searchFile = (app: TestApp): string => join(app.dataFolder, 'search', indexFileName);

async function appWithTexts(): Promise<TestApp> {
  const app = await testApp();
  for (let index = 0; index < 20; index += 1) await app.call('practice.text', { body: `apple number ${index}` });
  await everythingIsFound(app);
  return app;
}

const everythingIsFound = (app: TestApp) =>
  eventually('everything is found', async () => {
    const { messages, complete } = await app.call('search.query', { query: 'apple' });
    return complete && messages.length === 20;
  });

/** Writes nonsense over a part of a file. */
function damage(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(file);
}

test.each([
  ['is not a database', (path: string) => writeFileSync(path, 'not a database at all, but long enough to be read as one'.repeat(200))],
  ['is empty', (path: string) => writeFileSync(path, '')],
  ['has pages that are nonsense', (path: string) => damage(path, 4_096, statSync(path).size - 4_096)],
  ['is cut in half', (path: string) => writeFileSync(path, Buffer.alloc(4_096))],
  [
    'was made by a newer version',
    (path: string) => {
      const database = new DatabaseSync(path);
      database.exec('PRAGMA user_version = 999');
      database.close();
    },
  ],
  [
    'belongs to another program',
    (path: string) => {
      rmSync(path);
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE other (value)');
      database.close();
    },
  ],
])('an index whose file %s is made anew at the next start', async (_what, spoil) => {
  const app = await appWithTexts();
  await app.close();
  for (const name of readdirSync(join(app.dataFolder, 'search'))) if (name !== indexFileName) rmSync(join(app.dataFolder, 'search', name));
  spoil(searchFile(app));
  const again = await testApp({ dataFolder: app.dataFolder });
  await everythingIsFound(again);
  expect(again.logged.filter(({ level }) => level === 'error' || level === 'bug')).toEqual([]);
});

test('an index that is spoiled while the app runs is made anew', async () => {
  const app = await appWithTexts();
  const other = new DatabaseSync(searchFile(app));
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
  damage(searchFile(app), 4_096, statSync(searchFile(app)).size - 4_096);
  for (const name of ['-wal', '-shm'])
    if (existsSync(searchFile(app) + name)) damage(searchFile(app) + name, 0, statSync(searchFile(app) + name).size);
  await app.call('practice.text', { body: 'one that comes now' });
  await everythingIsFound(app);
  expect((await app.call('search.query', { query: 'comes now' })).messages).toHaveLength(1);
});

test('deleting its folder while the app runs disturbs nothing, and the next start makes it anew', async () => {
  const app = await appWithTexts();
  rmSync(join(app.dataFolder, 'search'), { recursive: true });
  await app.call('practice.text', { body: 'a pear' });
  await everythingIsFound(app);
  await app.close();
  const again = await testApp({ dataFolder: app.dataFolder });
  await everythingIsFound(again);
  expect((await again.call('search.query', { query: 'pear' })).messages).toHaveLength(1);
});

test('where no index can be kept, search reads the log and says so', async () => {
  const first = await testApp();
  await first.close();
  rmSync(join(first.dataFolder, 'search'), { recursive: true, force: true });
  writeFileSync(join(first.dataFolder, 'search'), 'a file where the folder should be');
  const app = await testApp({ dataFolder: first.dataFolder, vault: first.vault });
  await app.call('practice.text', { body: 'found all the same' });
  const answer = await app.call('search.query', { query: 'all the same' });
  expect(answer.messages).toMatchObject([{ body: 'found all the same' }]);
  expect(answer).toMatchObject({ complete: false, index: { state: 'unavailable' } });
});

test('a thread that dies fails what was asked of it, says that it is lost, and is started again after a rest', async () => {
  const clock = manualClock();
  const index = openSearchIndex(await temporaryFolder(), {
    clock,
    worker: new URL('../support/failing-search-worker.ts', import.meta.url),
  });
  let lost = 0;
  index.onLost(() => {
    lost += 1;
  });
  const dies = async (): Promise<void> => {
    const asked = [index.tidy(), index.query({ terms: ['x'], limit: 1 })];
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(IndexUnavailable) });
  };
  await dies();
  expect(lost).toBe(1);
  await dies();
  expect(lost).toBe(2);
  // Resting: refused at once, nothing is started.
  await expect(index.tidy()).rejects.toThrow('rests');
  expect(lost).toBe(2);
  clock.advance(1_000);
  await dies();
  expect(lost).toBe(3);
});

test('an index whose process is killed in the middle of its work is whole, with everything it had answered for', async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 3; round += 1) {
    rmSync(folder, { recursive: true, force: true });
    const writer = spawn(process.execPath, [fileURLToPath(new URL('../support/search-writer.ts', import.meta.url)), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let answered = 0;
    for await (const chunk of writer.stdout) {
      answered = Number(String(chunk).trimEnd().split('\n').at(-1));
      if (answered >= 200 * (round + 1)) break;
    }
    const ended = once(writer, 'exit');
    writer.kill('SIGKILL');
    await ended;
    const index = openSearchIndex(folder);
    const [known] = await index.known();
    expect(known?.count).toBeGreaterThanOrEqual(answered);
    expect((known?.count ?? 0) % 20).toBe(0);
    const { hits } = await index.query({ terms: [`number ${answered - 1}`], limit: 5 });
    expect(hits.map(({ sequence }) => sequence)).toContain(answered - 1);
    await index.close();
  }
});
