/**
 * The lowdb adapter of everything that only grows. A `Low` on it holds entries: what `read` found, or what `write` is to
 * append. One `write` is one write and one fdatasync, however many entries it takes.
 * @module
 */
import type { Adapter } from 'lowdb';
import type { Files, OpenFile } from './files.ts';
import { decodeLines, encodeLine } from './lines.ts';

export type LineFile<Entry> = Adapter<readonly Entry[]> & {
  readonly path: string;
  /** Bytes of whole lines that are known to be durable. What the file holds beyond them is not ours. */
  readonly length: number;
  /** Bad lines in the middle, as the last `read` found them. */
  readonly damaged: number;
  /** All bad lines, as the last `read` found them. */
  readonly bad: number;
  /** Appends without waiting for the disk. */
  writeSoon(entries: readonly Entry[]): Promise<void>;
  /** Bytes in the file, ours or not; makes the file when there is none. */
  size(): Promise<number>;
  /** Opens the file anew and cuts off what a failed write left behind. */
  mend(): Promise<void>;
  /** Writes and takes back `bytes` bytes, to find out whether writing works. */
  probe(bytes: number): Promise<void>;
  close(): Promise<void>;
};

/**
 * Entries are trusted to have the form they were written with: each line's checksum says that it is what we wrote.
 * `length` limits reading, for a file of which only the start is known to be valid. `mode` is how it is opened to append: with `replace`
 * nothing that is there counts.
 */
export function lineFile<Entry>(
  files: Files,
  path: string,
  known: { length?: number; mode?: 'write' | 'replace' | 'journal' } = {},
): LineFile<Entry> {
  const { mode = 'write' } = known;
  let file: OpenFile | undefined;
  let length = known.length ?? 0;
  let damaged = 0;
  let bad = 0;
  let pending = 0;

  const append = async (entries: readonly Entry[]): Promise<OpenFile> => {
    file ??= await files.open(path, mode);
    const bytes = Buffer.from(entries.map(encodeLine).join(''));
    await file.write(bytes, length);
    pending = bytes.length;
    return file;
  };

  return {
    path,
    get length() {
      return length;
    },
    get damaged() {
      return damaged;
    },
    get bad() {
      return bad;
    },
    async read() {
      const bytes = known.length === undefined ? await files.read(path) : await readStart(files, path, known.length);
      const decoded = decodeLines(bytes);
      damaged = decoded.damaged;
      bad = decoded.bad;
      length = decoded.length;
      return decoded.entries as Entry[];
    },
    async write(entries) {
      const opened = await append(entries);
      await opened.datasync();
      length += pending;
    },
    async writeSoon(entries) {
      await append(entries);
      length += pending;
    },
    async size() {
      file ??= await files.open(path, mode);
      return file.size();
    },
    async mend() {
      const former = file;
      file = undefined;
      await former?.close().catch(() => undefined);
      const opened = await files.open(path, mode);
      file = opened;
      if ((await opened.size()) < length) throw new Error(`${path} is shorter than what was written to it`);
      await opened.truncate(length);
      await opened.datasync();
    },
    async probe(bytes) {
      file ??= await files.open(path, mode);
      await file.write(Buffer.alloc(bytes), length);
      await file.datasync();
      await file.truncate(length);
    },
    async close() {
      const former = file;
      file = undefined;
      await former?.close();
    },
  };
}

async function readStart(files: Files, path: string, length: number): Promise<Buffer> {
  const file = await files.open(path, 'read');
  try {
    return await file.readAt(0, length);
  } finally {
    await file.close();
  }
}
