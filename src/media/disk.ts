/**
 * The disk as this room uses it. A port, so that tests can make it full or stop it half-way. Every file is 0600 and every
 * folder 0700: attachments are as private as texts.
 * @module
 */
import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { codeOf } from './failures.ts';

export type NewFile = {
  /** Writes all bytes after those before. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when what was written survives a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

export type Disk = {
  makeFolder(folder: string): Promise<void>;
  /** Must not exist yet. */
  create(path: string): Promise<NewFile>;
  /** And makes the new name durable. */
  rename(folder: string, from: string, to: string): Promise<void>;
  /** No failure when it is gone already. */
  remove(path: string): Promise<void>;
  /** Names in a folder; empty when there is none. */
  list(folder: string): Promise<string[]>;
  /** Its size in bytes and its content; `undefined` when there is no such file. */
  read(path: string): Promise<{ readonly bytes: number; readonly chunks: AsyncIterable<Uint8Array> } | undefined>;
  /** Bytes that can still be written below a folder. */
  free(folder: string): Promise<number>;
};

const isWindows = process.platform === 'win32';

/** The real one. */
export const nodeDisk: Disk = {
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  async create(path) {
    const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    return {
      async write(bytes) {
        for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  async rename(folder, from, to) {
    await rename(from, to);
    // Windows has no such thing and needs none.
    if (isWindows) return;
    const handle = await open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  },
  async remove(path) {
    await rm(path, { force: true });
  },
  list: (folder) => readdir(folder).catch(unlessMissing([])),
  async read(path) {
    const found = await stat(path).catch(unlessMissing(undefined));
    // Opened when it is read, not when it is asked for: whoever only asks leaves no open file.
    return found?.isFile() ? { bytes: found.size, chunks: { [Symbol.asyncIterator]: () => createReadStream(path).iterator() } } : undefined;
  },
  // Some network drives do not tell: then writing will show.
  free: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => Number.POSITIVE_INFINITY,
    ),
};

function unlessMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (codeOf(error) === 'ENOENT') return value;
    throw error;
  };
}
