/**
 * Takes a damaged file of lines out of use: the sound lines go on in its place, the file itself is set aside.
 * @module
 */
import { dirname } from 'node:path';
import { Low } from 'lowdb';
import type { Files } from './files.ts';
import { lineFile } from './line-file.ts';
import type { SetAside } from './set-aside.ts';

/** Answers the new file's length in bytes. A crash in between loses neither file. */
export async function recoverLines<Entry>(
  { files, setAside }: { files: Files; setAside: SetAside },
  path: string,
  sound: readonly Entry[],
): Promise<number> {
  const replacement = lineFile<Entry>(files, `${path}.sound`, { length: 0 });
  const low = new Low<readonly Entry[]>(replacement, sound);
  try {
    await replacement.mend();
    await low.write();
  } finally {
    await replacement.close();
  }
  await files.rename(path, `${path}.damaged`);
  await files.rename(`${path}.sound`, path);
  await files.syncFolder(dirname(path));
  await setAside.move(`${path}.damaged`);
  return replacement.length;
}
