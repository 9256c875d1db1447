/**
 * The import of old messages: all of them into a spool, then conversation by conversation from there into segments. What
 * arrives meanwhile is acknowledged as always; a checkpoint gets its turn between any two conversations.
 * @module
 */
import { join } from 'node:path';
import {
  type Clock,
  type HistoricMessage,
  type HistoryCount,
  type HistoryOptions,
  type ImportHistory,
  StoreUnavailable,
} from '../../core/ports.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { codeOf, type Files } from '../files.ts';
import type { LogState } from '../log-state.ts';
import { createMutex } from '../mutex.ts';
import type { Reader } from '../reader.ts';
import type { SegmentFiles } from '../segment-files.ts';
import type { MergeDependencies } from './merge.ts';
import { mergeAll } from './merge-all.ts';
import { createPace } from './pace.ts';
import { openSpool, type Strand } from './spool.ts';

export type HistoryImport = {
  readonly importHistory: ImportHistory;
  /** Ends what is under way. */
  close(): Promise<void>;
};

type Dependencies = {
  readonly state: LogState;
  readonly files: Files;
  /** Holds the spool. While there is one an import is under way, or was when the app ended. */
  readonly folder: string;
  readonly reader: Reader;
  readonly checkpoint: Checkpoint;
  readonly segmentFiles: SegmentFiles;
  readonly clock: Clock;
};

/** The spool of an import that was under way. */
export function spoolPath(folder: string): string {
  return join(folder, 'spool');
}

export function createHistoryImport({ state, files, folder, reader, checkpoint, segmentFiles, clock }: Dependencies): HistoryImport {
  const oneAtATime = createMutex();
  const closing = new AbortController();

  const run = async (batches: AsyncIterable<readonly HistoricMessage[]>, options: HistoryOptions): ReturnType<ImportHistory> => {
    const pace = createPace(clock);
    const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
    const { dryRun = false, onProgress = () => undefined } = options;
    const conversations: (HistoryCount & Pick<Strand, 'id' | 'lineId' | 'peer'>)[] = [];
    let merged = 0;
    let isOver = false;
    let isClean = true;

    const spool = await unlessUnavailable(() => openSpool({ files, path: spoolPath(folder), pace }));
    const read = async (): Promise<boolean> => {
      for await (const batch of untilAborted(batches, signal)) {
        await unlessUnavailable(() => spool.add(batch));
        onProgress({ read: spool.count, merged });
      }
      return !signal.aborted;
    };
    const how: MergeDependencies = {
      ...{ state, reader, segmentFiles, pace, signal, dryRun },
      onMerged(more) {
        merged += more;
        onProgress({ read: spool.count, merged });
      },
      onLeftBehind() {
        isClean = false;
      },
    };
    const merge = (): Promise<boolean> =>
      mergeAll({
        ...{ spool, how, checkpoint, monotonic: clock.monotonic },
        onDone({ id, lineId, peer }, count) {
          conversations.push({ id, lineId, peer, ...count });
        },
      });

    try {
      const finished = (await read()) && (await unlessUnavailable(merge));
      isOver = true;
      const sum = (part: 'imported' | 'duplicates'): number => conversations.reduce((total, count) => total + count[part], 0);
      return { imported: sum('imported'), duplicates: sum('duplicates'), conversations, finished };
    } finally {
      // While the file is there, the next start looks for what was left behind.
      await unlessUnavailable(() => spool.close(!isOver || !isClean));
    }
  };

  return {
    importHistory: (batches, options = {}) =>
      oneAtATime(async () => {
        if (closing.signal.aborted) throw new StoreUnavailable('The store is closed');
        return run(batches, options);
      }),
    async close() {
      closing.abort();
      await oneAtATime(async () => undefined);
    },
  };
}

/** What the file system refuses is said as the store says it. */
async function unlessUnavailable<Value>(task: () => Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new StoreUnavailable('The import cannot be written', { cause: error });
  }
}

/** The same until the signal ends it, even while the next batch is waited for. */
async function* untilAborted<Value>(values: AsyncIterable<Value>, signal: AbortSignal): AsyncGenerator<Value, void, undefined> {
  const iterator = values[Symbol.asyncIterator]();
  // One promise a batch: one for all would hold on to every batch it was ever raced against.
  let stopWaiting = (): void => undefined;
  const onAbort = (): void => stopWaiting();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const next = await new Promise<IteratorResult<Value> | undefined>((resolve, reject) => {
        stopWaiting = () => resolve(undefined);
        iterator.next().then(resolve, reject);
      });
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not waited for: it may be waiting itself.
    iterator.return?.().catch(() => undefined);
  }
}
