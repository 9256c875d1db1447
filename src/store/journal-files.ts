/**
 * Reads what the journal held when the app ended.
 * @module
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Logger } from '../core/ports.ts';
import type { Files } from './files.ts';
import { lineFile } from './line-file.ts';
import type { Operation } from './operations.ts';
import { recoverLines } from './recover-lines.ts';
import type { SetAside } from './set-aside.ts';

export type JournalFile = {
  readonly path: string;
  /** Bytes of whole lines. */
  readonly length: number;
  readonly operations: readonly Operation[];
};

type Dependencies = { readonly files: Files; readonly folder: string; readonly setAside: SetAside; readonly logger: Logger };

/** Oldest first. A damaged file is set aside; what is sound in it goes on in a new one in its place. */
export async function readJournalFiles({ files, folder, setAside, logger }: Dependencies): Promise<JournalFile[]> {
  const names = (await files.list(folder)).filter((name) => /^\d{8}\.log$/.test(name)).sort();
  const found: JournalFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const adapter = lineFile<Operation>(files, path);
    const low = new Low<readonly Operation[]>(adapter, []);
    await low.read();
    const { data: operations } = low;
    if (adapter.damaged === 0) {
      found.push({ path, length: adapter.length, operations });
      continue;
    }
    logger.error('store.journal-damaged', { name, damaged: adapter.damaged });
    found.push({ path, length: await recoverLines({ files, setAside }, path, operations), operations });
  }
  return found;
}
