/**
 * The file system as the store uses it. A port, and as thin as it can be, so that tests can make any single call fail
 * or stop half-way. Every file is 0600 and every folder 0700: they hold other people's texts.
 * @module
 */
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export type OpenFile = {
  /** Writes all bytes at `position`, or throws. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Reads at most `length` bytes from `position` on; fewer only at the end of the file. */
  readAt(position: number, length: number): Promise<Buffer>;
  /** Resolves when what was written survives a power cut. */
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Bytes. */
  size(): Promise<number>;
  close(): Promise<void>;
};

/**
 * `read`: must exist. `write`: made when missing, content kept. `replace`: made when missing, emptied otherwise. `create`:
 * must not exist. `journal`: like `write`, and each write is durable by itself where the system can do that, which spares a call for each commit.
 */
export type OpenMode = 'read' | 'write' | 'replace' | 'create' | 'journal';

export type Files = {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  /** The whole content. */
  read(path: string): Promise<Buffer>;
  /** Names in a folder; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  /** No failure when there is no such file. */
  remove(path: string): Promise<void>;
  makeFolder(folder: string): Promise<void>;
  /** Makes the names in a folder durable. Windows has no such thing and needs none. */
  syncFolder(folder: string): Promise<void>;
  exists(path: string): Promise<boolean>;
};

/** macOS knows the flag, but there it does not reach the disk as fdatasync does. */
const syncsOnWrite = process.platform === 'linux';

const flags = {
  read: constants.O_RDONLY,
  write: constants.O_RDWR | constants.O_CREAT,
  replace: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
  journal: constants.O_RDWR | constants.O_CREAT | (syncsOnWrite ? constants.O_DSYNC : 0),
} as const;

const isWindows = process.platform === 'win32';

/** The real file system. */
export const nodeFiles: Files = {
  open: async (path, mode) => openFile(await open(path, flags[mode], 0o600), mode === 'journal' && syncsOnWrite),
  read: (path) => readFile(path),
  list: (folder) => readdir(folder).catch(unlessMissing([])),
  rename: (from, to) => renamePatiently(from, to),
  remove: (path) => unlink(path).catch(unlessMissing(undefined)),
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  async syncFolder(folder) {
    if (isWindows) return;
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  exists: (path) =>
    stat(path)
      .then(() => true)
      .catch(unlessMissing(false)),
};

function openFile(handle: FileHandle, isSynced: boolean): OpenFile {
  return {
    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    async readAt(position, length) {
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    async datasync() {
      if (!isSynced) await handle.datasync();
    },
    async truncate(length) {
      await handle.truncate(length);
      if (isSynced) await handle.datasync();
    },
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

/** Windows refuses to replace a file that a virus scanner or an indexer just opened; it lets go within moments. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isWindows || attempt === 10 || !['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')) throw error;
      await pause(attempt * 10);
    }
  }
}

/** The system's name of an error, e.g. `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** True when the error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function unlessMissing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (isMissing(error)) return value;
    throw error;
  };
}
