/**
 * Loads and saves the index, and makes it anew from the segments where it is missing, older than they are, or unsound.
 * @module
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Logger } from '../core/ports.ts';
import { type ConversationFlags, noFlags } from '../domain/conversation.ts';
import { isInOutbox, type Message } from '../domain/message.ts';
import { checkedFile } from './checked-file.ts';
import type { Files } from './files.ts';
import type { Shard } from './log-state.ts';
import { previewOf, type Row } from './row.ts';
import { isHistoric, parseSegmentName, type Segment } from './segment.ts';
import type { SegmentFiles, Owner as SegmentOwner, SegmentRead } from './segment-files.ts';
import type { SetAside } from './set-aside.ts';
import { packRow, type ShardFile, unpackRow } from './shard.ts';

export type ShardFiles = {
  names(): Promise<string[]>;
  /** Whether there is an index of a shard. */
  exists(name: string): Promise<boolean>;
  /** Reads a shard; one whose file knows less than `sealed` is rebuilt. */
  load(name: string, sealed: number): Promise<{ shard: Shard; rebuilt: boolean }>;
  /** Writes a shard as it is now. Operations up to `applied` are counted in its rows. */
  save(shard: Shard, applied: number): Promise<void>;
};

type Dependencies = {
  readonly files: Files;
  readonly folder: string;
  readonly segmentFiles: SegmentFiles;
  readonly setAside: SetAside;
  readonly logger: Logger;
};

const nothing: ShardFile = { sealed: -1, applied: -1, obsolete: [], rows: [] };

export function createShardFiles({ files, folder, segmentFiles, setAside, logger }: Dependencies): ShardFiles {
  const lineIds = new Map<string, string>();
  const intern = (text: string): string => {
    const known = lineIds.get(text) ?? text;
    lineIds.set(text, known);
    return known;
  };
  const pathOf = (name: string): string => join(segmentFiles.shardFolder(name), 'index.json');
  const fileOf = (name: string): Low<ShardFile> =>
    new Low(
      checkedFile<ShardFile>(files, pathOf(name), async () => {
        await setAside.move(pathOf(name));
      }),
      nothing,
    );

  return {
    async names() {
      return (await files.list(folder)).filter((name) => /^\d\d$/.test(name)).sort();
    },
    exists: (name) => files.exists(pathOf(name)),
    async load(name, sealed) {
      const low = fileOf(name);
      await low.read();
      const { data } = low;
      if (data === nothing || data.sealed < sealed) {
        logger.warn('store.index-rebuilt', { shard: name });
        const rows = await rebuildRows(name, { files, segmentFiles, setAside });
        // All that was sealed is in the segments; of what came later, some may be.
        return { shard: { name, sealed, applied: sealed, obsolete: [], rows }, rebuilt: true };
      }
      for (const obsolete of data.obsolete) await files.remove(join(segmentFiles.shardFolder(name), obsolete));
      const rows = data.rows.map((row) => unpackRow(row, intern));
      return { shard: { name, sealed: data.sealed, applied: data.applied, obsolete: [], rows }, rebuilt: false };
    },
    async save({ name, sealed, obsolete, rows }, applied) {
      const low = fileOf(name);
      // In order, so that a start has to sort hardly anything.
      rows.sort((one, other) => one.lastSequence - other.lastSequence);
      low.data = { sealed, applied, obsolete, rows: rows.map(packRow) };
      await low.write();
    },
  };
}

type Rebuilding = Pick<Dependencies, 'files' | 'segmentFiles' | 'setAside'>;

async function rebuildRows(shard: string, rebuilding: Rebuilding): Promise<Row[]> {
  const { files, segmentFiles } = rebuilding;
  const byConversation = new Map<string, Map<number, number>>();
  for (const name of await files.list(segmentFiles.shardFolder(shard))) {
    const parsed = parseSegmentName(name);
    if (parsed === undefined) continue;
    const { conversationId, first, revision } = parsed;
    const revisions = byConversation.get(conversationId) ?? new Map<number, number>();
    byConversation.set(conversationId, revisions);
    const known = revisions.get(first) ?? -1;
    revisions.set(first, Math.max(known, revision));
    // A revision that is there is whole, so the one before it is of no more use.
    if (known !== -1) await files.remove(segmentFiles.pathOf(conversationId, { first, revision: Math.min(known, revision) }));
  }
  const rows: Row[] = [];
  for (const [conversationId, revisions] of byConversation) {
    const row = await rebuildRow(conversationId, revisions, rebuilding);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

async function rebuildRow(
  conversationId: string,
  revisions: ReadonlyMap<number, number>,
  rebuilding: Rebuilding,
): Promise<Row | undefined> {
  const parts: { readonly segment: Segment; readonly owner: Owner; readonly flags: ConversationFlags | undefined }[] = [];
  const inbound: number[] = [];
  const outbox: number[] = [];
  let count = 0;
  let last: Message | undefined;
  const places = [...revisions].sort(([one], [other]) => one - other);
  for (const [index, [first, revision]] of places.entries()) {
    const end = isHistoric(first) ? places[index + 1]?.[0] : undefined;
    const { owner, ...read } = await readOwned(conversationId, { first, revision }, rebuilding);
    if (owner === undefined) continue;
    const content = { first, last: read.highest, revision, count: read.messages.length, bytes: read.bytes, extra: read.extra };
    const { segment, messages } = await withoutShadowed({ id: conversationId, ...owner }, content, read, end ?? Infinity, rebuilding);
    parts.push({ segment, owner, flags: read.flags });
    for (const message of messages) {
      if (message.direction === 'inbound') inbound.push(message.sequence);
      if (isInOutbox(message)) outbox.push(message.sequence);
    }
    count += messages.length;
    last = messages.at(-1) ?? last;
  }
  const newest = parts.at(-1);
  if (newest === undefined) return undefined;
  const flags = parts.findLast((part) => part.flags !== undefined)?.flags ?? noFlags;
  return {
    id: conversationId,
    ...newest.owner,
    count,
    unread: inbound.filter((sequence) => sequence > flags.readUpTo).length,
    lastSequence: last?.sequence ?? newest.segment.last,
    lastMessage: last === undefined ? null : previewOf(last),
    flags,
    outbox,
    segments: parts.map(({ segment }) => segment),
  };
}

/**
 * An import that ended while it gave new segments their names may have left the one they replace: what is in the next one
 * too counts there.
 */
async function withoutShadowed(
  owner: SegmentOwner,
  segment: Segment,
  { messages, flags }: SegmentRead,
  end: number,
  { files, segmentFiles }: Rebuilding,
): Promise<{ readonly segment: Segment; readonly messages: readonly Message[] }> {
  if (segment.last < end) return { segment, messages };
  const own = messages.filter(({ sequence }) => sequence < end);
  const place = { first: segment.first, last: own.at(-1)?.sequence ?? segment.first, revision: segment.revision + 1 };
  const written = await segmentFiles.prepare(owner, place, { messages: own, flags });
  await segmentFiles.place(owner.id, written);
  await files.remove(segmentFiles.pathOf(owner.id, segment));
  return { segment: written, messages: own };
}

type Owner = { readonly lineId: string; readonly peer: string };

/** A segment with whose it is; without when a crash cut off its first line or the whole file is damaged. */
async function readOwned(
  conversationId: string,
  place: Pick<Segment, 'first' | 'revision'>,
  { segmentFiles, setAside }: Rebuilding,
): Promise<SegmentRead & { readonly owner: Owner | undefined }> {
  const read = await segmentFiles.read(conversationId, place);
  const { lineId = read.messages[0]?.lineId, peer = read.messages[0]?.peer } = read;
  if (lineId !== undefined && peer !== undefined) return { ...read, owner: { lineId, peer } };
  if (read.badLines > 0) await setAside.move(segmentFiles.pathOf(conversationId, place));
  return { ...read, owner: undefined };
}
