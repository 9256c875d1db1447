/**
 * The journal: operations are durable here before anybody hears of them. All that wait share one write and one
 * fdatasync (group commit). A write that fails rejects only those who waited for it; what it left behind is cut off
 * before the next one, and while nobody writes, the journal finds out by itself when it can again.
 * @module
 */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Low } from 'lowdb';
import { type Clock, type Logger, StoreUnavailable } from '../core/ports.ts';
import type { Files } from './files.ts';
import { type LineFile, lineFile } from './line-file.ts';
import { type Operation, sizeOf } from './operations.ts';

/** One commit takes at most this much, so that encoding it does not hold the event loop. */
/** How many turns of the event loop a commit waits at most while requests keep coming in. */
const gatherTurns = 8;
const batchOperations = 512;
const batchBytes = 1024 * 1024;
const probeEveryMs = 2_000;
const probeBytes = 4096;

export type Journal = {
  /** Resolves with what `apply` answers, which runs when the operation is durable, in the order of submission. */
  submit<Value>(operation: Operation, apply: () => Value): Promise<Value>;
  /**
   * Goes on in a new file. `swap` runs at the moment between the last operation in the old file and the first in the
   * new one. Answers the paths of the old files.
   */
  rotate(swap: () => void): Promise<readonly string[]>;
  /** What the current file holds. */
  size(): { operations: number; bytes: number };
  close(): Promise<void>;
};

type Waiting = {
  readonly operation: Operation;
  readonly commit: () => void;
  readonly reject: (error: StoreUnavailable) => void;
};

type Dependencies = {
  readonly files: Files;
  readonly folder: string;
  /** Files of the journal as they were found, the last one is continued. */
  readonly existing: readonly { readonly path: string; readonly length: number; readonly operations: number }[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onWritable: (writable: boolean) => void;
  /** Runs after each commit. */
  readonly onCommit: () => void;
};

/** The file with that number. */
function journalPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(8, '0')}.log`);
}

export async function openJournal(dependencies: Dependencies): Promise<Journal> {
  const { files, folder, existing, clock, logger, onWritable, onCommit } = dependencies;
  const last = existing.at(-1);
  let number = last === undefined ? 1 : Number.parseInt(last.path.slice(-12, -4), 10);
  let earlier: string[] = existing.slice(0, -1).map(({ path }) => path);
  let operations = last?.operations ?? 0;
  let file: LineFile<Operation> = lineFile(files, journalPath(folder, number), { length: last?.length ?? 0, mode: 'journal' });
  let low = new Low<readonly Operation[]>(file, []);
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let lastBatch = 0;
  let broken = false;
  let closed = false;
  let stopProbing: (() => void) | undefined;
  let betweenCommits: (() => void) | undefined;

  // Cuts a torn tail off, or makes the file.
  try {
    await file.mend();
    await files.syncFolder(folder);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }

  const setBroken = (now: boolean, error?: unknown): void => {
    if (broken === now) return;
    broken = now;
    if (now) logger.error('store.unavailable', { error });
    else logger.info('store.available');
    stopProbing?.();
    stopProbing = undefined;
    if (now) probeLater();
    onWritable(!now);
  };
  const probeLater = (): void => {
    stopProbing = clock.after(probeEveryMs, () => {
      if (closed || !broken) return;
      running ??= probe().finally(finishRun);
    });
  };
  const probe = async (): Promise<void> => {
    try {
      await file.mend();
      await file.probe(probeBytes);
      setBroken(false);
    } catch {
      probeLater();
    }
    await commitAll();
  };

  /**
   * Requests that are being read right now share the commit. Not all of them, though: about half are worth waiting for,
   * so that the disk writes one half while the other is read and answered, and neither waits for the other.
   */
  const gather = async (): Promise<void> => {
    const worthWaitingFor = Math.ceil(lastBatch / 2);
    for (let turn = 0, before = 0; turn < gatherTurns && queue.length > before && queue.length < worthWaitingFor; turn += 1) {
      before = queue.length;
      await setImmediate();
    }
  };

  const commitAll = async (): Promise<void> => {
    for (;;) {
      betweenCommits?.();
      if (queue.length === 0) return;
      const batch = takeBatch();
      lastBatch = batch.length;
      try {
        if (broken) await file.mend();
        low.data = batch.map(({ operation }) => operation);
        await low.write();
        low.data = [];
      } catch (error) {
        setBroken(true, error);
        for (const { reject } of batch) reject(new StoreUnavailable('The journal cannot be written', { cause: error }));
        continue;
      }
      setBroken(false);
      operations += batch.length;
      for (const { commit } of batch) commit();
      onCommit();
    }
  };
  const takeBatch = (): Waiting[] => {
    let count = 0;
    for (let bytes = 0; count < queue.length && count < batchOperations && bytes < batchBytes; count += 1) {
      const next = queue[count];
      if (next !== undefined) bytes += sizeOf(next.operation);
    }
    const batch = queue.slice(0, count);
    queue = count === queue.length ? [] : queue.slice(count);
    return batch;
  };
  const finishRun = (): void => {
    running = undefined;
    if (queue.length > 0 || betweenCommits !== undefined) run();
  };
  const run = (): void => {
    running ??= gather().then(commitAll).finally(finishRun);
  };

  return {
    submit(operation, apply) {
      if (closed) return Promise.reject(new StoreUnavailable('The store is closed'));
      return new Promise((resolve, reject) => {
        const commit = (): void => {
          try {
            resolve(apply());
          } catch (bug) {
            reject(bug);
          }
        };
        queue.push({ operation, commit, reject });
        run();
      });
    },
    async rotate(swap) {
      const next = lineFile<Operation>(files, journalPath(folder, number + 1), { length: 0, mode: 'journal' });
      try {
        await next.mend();
        await files.syncFolder(folder);
      } catch (error) {
        await next.close().catch(() => undefined);
        throw error;
      }
      await new Promise<void>((resolve, reject) => {
        betweenCommits = () => {
          betweenCommits = undefined;
          if (broken) {
            // What a failed write left at the end of this file is cut off before the next write to it, so it stays.
            next.close().then(() => reject(new StoreUnavailable('The journal cannot be written')), reject);
            return;
          }
          const former = file;
          earlier.push(former.path);
          number += 1;
          file = next;
          low = new Low<readonly Operation[]>(file, []);
          operations = 0;
          swap();
          former.close().then(resolve, () => resolve());
        };
        run();
      });
      const old = earlier;
      earlier = [];
      return old;
    },
    size: () => ({ operations, bytes: file.length }),
    async close() {
      closed = true;
      stopProbing?.();
      while (running !== undefined) await running;
      await file.close();
    },
  };
}
