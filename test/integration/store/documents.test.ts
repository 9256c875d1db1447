import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { StoreUnavailable } from '../../../src/core/ports.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { openTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const schema = z.object({ theme: z.enum(['light', 'dark']), size: z.number().default(1) });
const initial = { theme: 'light' as const, size: 1 };
const openPlace = (store: Store) => store.document('place', schema, initial);
const pathIn = (folder: string) => join(folder, 'documents', 'place.json');

describe('a document', () => {
  it('has its initial value until something is written, and the written one after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const document = await openPlace(store);
    expect(document.get()).toEqual(initial);
    await document.set({ theme: 'dark', size: 3 });
    expect(document.get()).toEqual({ theme: 'dark', size: 3 });
    await store.close();
    const again = await openPlace(await openTestStore(folder));
    expect(again.get()).toEqual({ theme: 'dark', size: 3 });
  });

  it('fills in what an older version did not write', async () => {
    const folder = await temporaryFolder();
    await (await openTestStore(folder)).close();
    await writeFile(pathIn(folder), '{"theme":"dark"}');
    expect((await openPlace(await openTestStore(folder))).get()).toEqual({ theme: 'dark', size: 1 });
  });

  it('ends with the last of many values set at once, and keeps the one before as .bak', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const document = await openPlace(store);
    await Promise.all(Array.from({ length: 20 }, (_, size) => document.set({ theme: 'dark', size })));
    expect(document.get().size).toBe(19);
    expect(JSON.parse(await readFile(pathIn(folder), 'utf8')).size).toBe(19);
    expect(JSON.parse(await readFile(`${pathIn(folder)}.bak`, 'utf8')).size).toBe(18);
  });

  it('is written under NODE_ENV=test like anywhere else, for the owner alone', async () => {
    expect(process.env.NODE_ENV).toBe('test');
    const folder = await temporaryFolder();
    const document = await openPlace(await openTestStore(join(folder, 'data')));
    await document.set({ theme: 'dark', size: 1 });
    await document.set({ theme: 'dark', size: 2 });
    const modes = await Promise.all(
      (await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true })).map(async (entry) => {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        return `${entry.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`;
      }),
    );
    expect(new Set(modes)).toEqual(new Set(['folder 700', 'file 600']));
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['cut short', '{"theme":"da'],
    ['of another form', '{"theme":"pink"}'],
    ['not text', '\u0000\u0001\u0002'],
  ])('that is %s is set aside and named, and its previous version is used', async (_what, content) => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const document = await openPlace(store);
    await document.set({ theme: 'dark', size: 1 });
    await document.set({ theme: 'dark', size: 2 });
    await store.close();
    await writeFile(pathIn(folder), content);

    const again = await openTestStore(folder);
    const read = await openPlace(again);
    expect(read.get()).toEqual({ theme: 'dark', size: 1 });
    const [name = ''] = again.messages.health().setAside;
    expect(name).toMatch(/^place\.json\.unreadable-/);
    expect(await readFile(join(folder, 'unreadable', name), 'utf8')).toBe(content);
    await read.set({ theme: 'light', size: 5 });
    await again.close();

    const later = await openTestStore(folder);
    expect((await openPlace(later)).get()).toEqual({ theme: 'light', size: 5 });
    expect(later.messages.health().setAside).toEqual([name]);
  });

  it('that is empty reads as its previous version, and that version is not lost by the next write', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const document = await openPlace(store);
    await document.set({ theme: 'dark', size: 1 });
    await document.set({ theme: 'dark', size: 2 });
    await store.close();
    await writeFile(pathIn(folder), '');
    const files = faultyFiles();
    const again = await openTestStore(folder, { files });
    const read = await openPlace(again);
    expect(read.get()).toEqual({ theme: 'dark', size: 1 });
    files.fault = ({ kind, path }) => (kind === 'rename' && path === pathIn(folder) ? 'EIO' : undefined);
    await expect(read.set({ theme: 'light', size: 9 })).rejects.toThrow(StoreUnavailable);
    await again.close();
    expect((await openPlace(await openTestStore(folder))).get()).toEqual({ theme: 'dark', size: 1 });
  });

  it('keeps the old value when a write fails at any step, in memory and on disk, and takes the next one', async () => {
    const failing = ['open', 'write', 'datasync', 'truncate', 'rename', 'syncFolder'] as const;
    for (const kind of failing) {
      const folder = await temporaryFolder();
      const files = faultyFiles();
      const store = await openTestStore(folder, { files });
      const document = await openPlace(store);
      await document.set({ theme: 'dark', size: 1 });
      await document.set({ theme: 'dark', size: 2 });
      files.fault = (step) => (step.kind === kind && step.path.includes('documents') ? 'ENOSPC' : undefined);
      await expect(document.set({ theme: 'dark', size: 3 })).rejects.toThrow(StoreUnavailable);
      expect(document.get().size).toBe(2);
      files.fault = () => undefined;
      await document.set({ theme: 'dark', size: 4 });
      expect(document.get().size).toBe(4);
      await store.close();
      expect((await openPlace(await openTestStore(folder))).get().size).toBe(4);
    }
  });

  it('rejects after the store was closed', async () => {
    const store = await openTestStore(await temporaryFolder());
    const document = await openPlace(store);
    await store.close();
    await expect(document.set(initial)).rejects.toThrow(StoreUnavailable);
  });
});
