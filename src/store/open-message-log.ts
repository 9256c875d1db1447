/**
 * Opens the message log: index, keys, then what the journal has beyond them.
 * @module
 */
import { join } from 'node:path';
import type { Clock, Logger, MessageLog } from '../core/ports.ts';
import { isInOutbox } from '../domain/message.ts';
import { createCheckpoint } from './checkpoint.ts';
import { openDocument } from './document.ts';
import type { Files } from './files.ts';
import { createHistoryImport } from './history/import-history.ts';
import { sweepAfterImport } from './history/sweep.ts';
import { openJournal } from './journal.ts';
import { readJournalFiles } from './journal-files.ts';
import { openKeyIndex } from './key-index.ts';
import { emptyState, type LogState } from './log-state.ts';
import { firstManifest, type Manifest, manifestSchema } from './manifest.ts';
import { createMessageLog } from './message-log.ts';
import { createMutex } from './mutex.ts';
import { createReader, type Reader } from './reader.ts';
import { replay } from './replay.ts';
import { sealedUpTo } from './row.ts';
import { createSegmentFiles } from './segment-files.ts';
import type { SetAside } from './set-aside.ts';
import { createShardFiles, type ShardFiles } from './shard-files.ts';

export type MessageLogDependencies = {
  readonly files: Files;
  /** Holds `journal`, `keys`, `conversations`, `import` and `manifest.json`. */
  readonly folder: string;
  readonly setAside: SetAside;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sealAfter: number;
};

export async function openMessageLog({ files, folder, setAside, clock, logger, sealAfter }: MessageLogDependencies): Promise<MessageLog> {
  const folders = { journal: join(folder, 'journal'), keys: join(folder, 'keys'), conversations: join(folder, 'conversations') };
  for (const each of Object.values(folders)) await files.makeFolder(each);
  const importFolder = join(folder, 'import');
  const segmentFiles = createSegmentFiles({ files, folder: folders.conversations });
  const shardFiles = createShardFiles({ files, folder: folders.conversations, segmentFiles, setAside, logger });
  const manifestPath = join(folder, 'manifest.json');
  const [manifest, keys, journalFiles] = await Promise.all([
    openDocument<Manifest>({ files, path: manifestPath, setAside, schema: manifestSchema, initial: firstManifest }),
    openKeyIndex({ files, folder: folders.keys, setAside }),
    readJournalFiles({ files, folder: folders.journal, setAside, logger }),
  ]);

  const state = emptyState();
  const rebuilt = await loadShards(state, shardFiles, manifest.get());
  // Nothing is repaired while the state is on its way: what is sound in a damaged file is enough for now.
  const plainReader = createReader({ state, segmentFiles, logger, onUnsound: async () => undefined });
  await sweepAfterImport({ files, folder: importFolder, segmentFiles, shards: state.shards.values() });
  for (const { operations } of journalFiles) await replay(operations, { state, keys, reader: plainReader });
  settleNumbers(state, manifest.get(), rebuilt);
  await loadOutbox(state, plainReader);
  for (const name of rebuilt) {
    const shard = state.shards.get(name);
    if (shard !== undefined) await shardFiles.save(shard, state.applied);
  }

  const health = { writable: true, since: clock.now() };
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  setAside.onChange(tell);
  let onCommit = (): void => undefined;
  const journal = await openJournal({
    files,
    folder: folders.journal,
    existing: journalFiles.map(({ path, length, operations }) => ({ path, length, operations: operations.length })),
    clock,
    logger,
    onWritable(writable) {
      health.writable = writable;
      health.since = clock.now();
      tell();
    },
    onCommit: () => onCommit(),
  });
  const mutex = createMutex();
  const reader: Reader = createReader({ state, segmentFiles, logger, onUnsound: (row, segment) => checkpoint.repair(row, segment) });
  const checkpoint = createCheckpoint({
    ...{ state, files, journal, keys, segmentFiles, shardFiles, manifest, setAside, logger, mutex },
    reader: () => reader,
  });
  const history = createHistoryImport({ state, files, folder: importFolder, reader, checkpoint, segmentFiles, clock });
  const log = createMessageLog({
    state,
    journal,
    keys,
    reader,
    checkpoint,
    history,
    clock,
    logger,
    health,
    setAside,
    listeners,
    sealAfter,
  });
  onCommit = log.onCommit;
  return log.messages;
}

/** Fills the state from the index. Answers the names of shards that had to be made anew. */
async function loadShards(state: LogState, shardFiles: ShardFiles, manifest: Manifest): Promise<string[]> {
  const names = await shardFiles.names();
  const loaded = await Promise.all(names.map((name) => shardFiles.load(name, manifest.shards[name] ?? -1)));
  for (const { shard } of loaded) state.shards.set(shard.name, shard);
  state.catalog.addAll(loaded.flatMap(({ shard }) => shard.rows));
  return loaded.filter(({ rebuilt }) => rebuilt).map(({ shard }) => shard.name);
}

/** No number is given out twice, even when what had it is gone. */
function settleNumbers(state: LogState, manifest: Manifest, rebuilt: readonly string[]): void {
  let highest = Math.max(state.applied, manifest.next - 1);
  for (const { applied, sealed } of state.shards.values()) highest = Math.max(highest, applied, sealed);
  for (const row of state.catalog.rows()) highest = Math.max(highest, row.lastSequence);
  // Only the segments remember a message that was removed, if the index and what counts its numbers are both gone.
  for (const name of rebuilt) for (const row of state.shards.get(name)?.rows ?? []) highest = Math.max(highest, sealedUpTo(row));
  state.applied = highest;
  state.next = highest + 1;
}

async function loadOutbox(state: LogState, reader: Reader): Promise<void> {
  for (const row of state.catalog.rows()) {
    const waiting: number[] = [];
    for (const sequence of row.outbox) {
      const message = await reader.find(row, sequence);
      if (message === undefined || !isInOutbox(message)) continue;
      state.outbox.set(message.id, message);
      waiting.push(sequence);
    }
    if (waiting.length !== row.outbox.length) row.outbox = waiting;
  }
}
