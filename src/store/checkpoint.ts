/**
 * Moves what is only in the journal into segments, in the background, conversation by conversation. A crash at any point
 * replays the journal; a failure leaves the rest for the next try.
 * @module
 */
import { join } from 'node:path';
import type { Document, Logger } from '../core/ports.ts';
import type { Files } from './files.ts';
import type { Journal } from './journal.ts';
import type { KeyIndex } from './key-index.ts';
import { type LogState, type Shard, shardWith } from './log-state.ts';
import type { Manifest } from './manifest.ts';
import type { Mutex } from './mutex.ts';
import type { Reader } from './reader.ts';
import { recount } from './recount.ts';
import type { Row } from './row.ts';
import { sealConversation } from './sealing.ts';
import { type Segment, segmentName } from './segment.ts';
import type { SegmentFiles } from './segment-files.ts';
import type { SetAside } from './set-aside.ts';
import type { ShardFiles } from './shard-files.ts';
import { type ConversationTail, emptyTail, type Tail } from './tail.ts';

export type Checkpoint = {
  /** Seals everything that was durable when it began. */
  run(): Promise<void>;
  /** Runs a task while nothing is being sealed or repaired and nothing is half sealed. */
  exclusively<Value>(task: (tools: ExclusiveTools) => Promise<Value>): Promise<Value>;
  /** Takes a segment out of use whose file is not what it should be, and keeps what is sound in it. */
  repair(row: Row, segment: Segment): Promise<void>;
};

/** What a task that runs exclusively may do to files and index. */
export type ExclusiveTools = {
  /** Makes sure that a shard has a folder and an index in it: what is in segments alone then counts for nothing. */
  open(shard: Shard): Promise<void>;
  /** Makes durable what the index says of a shard, and deletes its obsolete files. */
  save(shard: Shard): Promise<void>;
  repair(row: Row, segment: Segment): Promise<void>;
};

type Dependencies = {
  readonly state: LogState;
  readonly files: Files;
  readonly journal: Journal;
  readonly keys: KeyIndex;
  readonly reader: () => Reader;
  readonly segmentFiles: SegmentFiles;
  readonly shardFiles: ShardFiles;
  readonly manifest: Document<Manifest>;
  readonly setAside: SetAside;
  readonly logger: Logger;
  readonly mutex: Mutex;
};

/** Two conversations at a time share a commit of the file system; more would get in the way of acknowledgements. */
const sealedAtOnce = 2;

export function createCheckpoint(dependencies: Dependencies): Checkpoint {
  const { state, files, journal, keys, segmentFiles, shardFiles, manifest, setAside, logger, mutex } = dependencies;
  let journalFiles: readonly string[] = [];
  let upTo = -1;
  const unsaved = new Set<Shard>();

  const begin = async (): Promise<Tail> => {
    if (state.frozen !== undefined) return state.frozen;
    journalFiles = await journal.rotate(() => {
      state.frozen = state.active;
      state.active = emptyTail();
      upTo = state.applied;
    });
    return state.frozen ?? emptyTail();
  };

  const sealOne = async (shard: Shard, frozen: Tail, id: string, tail: ConversationTail): Promise<void> => {
    const row = state.catalog.get(id);
    if (row !== undefined) {
      if (row.segments.length === 0) await files.makeFolder(segmentFiles.shardFolder(shard.name));
      const { segments, obsolete, damaged, miscounted } = await sealConversation(segmentFiles, row, tail);
      row.segments = segments;
      shard.obsolete.push(...obsolete);
      frozen.conversations.delete(id);
      for (const name of damaged) await setAside.move(join(segmentFiles.shardFolder(shard.name), name));
      if (miscounted) await recount(state, dependencies.reader(), row);
    } else frozen.conversations.delete(id);
    unsaved.add(shard);
  };

  const save = async (shard: Shard): Promise<void> => {
    // The names of new segments must be durable before an index that relies on them.
    await files.syncFolder(segmentFiles.shardFolder(shard.name));
    const { obsolete } = shard;
    await shardFiles.save(shard, state.applied);
    shard.obsolete = shard.obsolete.slice(obsolete.length);
    for (const name of obsolete) await files.remove(join(segmentFiles.shardFolder(shard.name), name));
  };

  const run = async (): Promise<void> => {
    const frozen = await begin();
    const waiting = frozen.conversations.entries();
    const worker = async (): Promise<void> => {
      for (const [id, tail] of waiting) await sealOne(shardWith(state, id), frozen, id, tail);
    };
    // Every one ends before a failure is reported: none may still be writing when the next try begins.
    const outcomes = await Promise.allSettled(Array.from({ length: sealedAtOnce }, worker));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    for (const shard of unsaved) {
      shard.sealed = upTo;
      await save(shard);
      unsaved.delete(shard);
    }
    await keys.seal(frozen.keys, upTo);
    const shards = Object.fromEntries(Array.from(state.shards.values(), ({ name, sealed }) => [name, sealed]));
    await manifest.set({ next: state.next, shards });
    for (const path of journalFiles) await files.remove(path);
    journalFiles = [];
    state.frozen = undefined;
  };

  const repair = async (row: Row, segment: Segment): Promise<void> => {
    if (!row.segments.includes(segment)) return;
    const shard = shardWith(state, row.id);
    const path = segmentFiles.pathOf(row.id, segment);
    try {
      const content = await segmentFiles.read(row.id, segment, segment.bytes);
      if (content.sound) return;
      const present = await files.exists(path);
      const rewritten = await segmentFiles.rewrite(row, segment, content);
      row.segments = row.segments.map((other) => (other === segment ? rewritten : other));
      await recount(state, dependencies.reader(), row);
      await save(shard);
      if (present) await setAside.move(path);
      else setAside.miss(path);
    } catch (error) {
      logger.error('store.repair-failed', { name: segmentName(row.id, segment), error });
    }
  };
  const tools: ExclusiveTools = {
    async open(shard) {
      await files.makeFolder(segmentFiles.shardFolder(shard.name));
      if (!(await shardFiles.exists(shard.name))) await save(shard);
    },
    async save(shard) {
      // When it fails, the next checkpoint makes up for it.
      unsaved.add(shard);
      await save(shard);
      unsaved.delete(shard);
    },
    repair,
  };

  return {
    run: () => mutex(run),
    repair: (row, segment) => mutex(() => repair(row, segment)),
    exclusively: (task) =>
      mutex(async () => {
        if (state.frozen !== undefined) await run();
        return task(tools);
      }),
  };
}
