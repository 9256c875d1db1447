/**
 * Replaces a file as a whole so that after a crash or a power cut there is either the old or the new content: temporary
 * file, fsync, rename, fsync of the folder.
 * @module
 */
import { dirname } from 'node:path';
import type { Files } from './files.ts';

/** Writes `content` to `path`. With `keepPrevious` the former content stays beside it as `.bak`. */
export async function replaceFile(files: Files, path: string, content: string, options: { keepPrevious?: boolean } = {}): Promise<void> {
  const temporary = `${path}.tmp`;
  const bytes = Buffer.from(content);
  const file = await files.open(temporary, 'write');
  try {
    await file.truncate(0);
    await file.write(bytes, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
  if (options.keepPrevious === true && (await files.exists(path))) await files.rename(path, `${path}.bak`);
  await files.rename(temporary, path);
  await files.syncFolder(dirname(path));
}
