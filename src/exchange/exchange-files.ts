/**
 * Where files wait that the user brought or will take away. What is uploaded or made here lies in a folder of its own
 * under names of our own, which is emptied at each start; what the user chose in a dialog is read where it is and never
 * touched.
 * @module
 */
import { createReadStream } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, rm, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Failure, failure } from '../contract/errors.ts';
import { explainFileError } from '../contract/file-errors.ts';
import { safeFileName } from '../contract/files.ts';
import type { ExchangeDesk, ExchangeFile, Random, ReservedFile } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';

/** Bytes on the disk that are left alone: the inbox itself must go on being able to write. */
const leftFree = 256 * 1024 * 1024;
/** How many bytes are read at once. */
const chunkBytes = 256 * 1024;

type Kept = ExchangeFile & {
  readonly path: string;
  /** Whether it is ours to delete. */
  readonly isOurs: boolean;
};

/** @param folder made when it is missing, and emptied */
export async function openExchangeFiles({ folder, random }: { folder: string; random: Random }): Promise<ExchangeDesk> {
  const files = new Map<string, Kept>();
  await rm(folder, { recursive: true, force: true });

  const keep = (id: string, file: Pick<Kept, 'path' | 'isOurs' | 'name' | 'bytes'>): Kept => {
    const kept: Kept = { id, ...file, read: () => createReadStream(file.path, { highWaterMark: chunkBytes }) };
    files.set(id, kept);
    return kept;
  };

  const reserve = async (name: string): Promise<ReservedFile> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const id = random.token(16);
    const path = join(folder, id);
    const handle = await open(path, 'wx', 0o600);
    return reserved({ id, path, handle, finished: (bytes) => keep(id, { path, isOurs: true, name: safeFileName(name), bytes }) });
  };

  return {
    resolve: (fileId) => files.get(fileId),
    reserve,
    async release(fileId) {
      const file = files.get(fileId);
      files.delete(fileId);
      if (file?.isOurs === true) await rm(file.path, { force: true });
    },
    async adopt(path) {
      try {
        const found = await stat(path);
        if (!found.isFile()) return failed(failure('file-unreadable', { message: 'This is not a file.' }));
        await (await open(path, 'r')).close();
        return ok(keep(random.token(16), { path, isOurs: false, name: safeFileName(basename(path)), bytes: found.size }));
      } catch (error) {
        return failed(explainFileError('file-unreadable', error));
      }
    },
    async room() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      return Math.max(0, bavail * bsize - leftFree);
    },
    async copyTo(fileId, path): Promise<Result<void, Failure>> {
      const file = files.get(fileId);
      if (file === undefined) return failed(failure('file-gone'));
      try {
        await copyFile(file.path, path);
        return ok(undefined);
      } catch (error) {
        return failed(explainFileError('file-not-saved', error));
      }
    },
    async close() {
      files.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Reserving = { id: string; path: string; handle: FileHandle; finished: (bytes: number) => ExchangeFile };

function reserved({ id, path, handle, finished }: Reserving): ReservedFile {
  let bytes = 0;
  return {
    id,
    async write(chunk) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      for (let done = 0; done < data.length; ) done += (await handle.write(data, done, data.length - done)).bytesWritten;
      bytes += data.length;
    },
    async finish() {
      await handle.close();
      return finished(bytes);
    },
    async abandon() {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true });
    },
  };
}
