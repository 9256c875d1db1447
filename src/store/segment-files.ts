/**
 * Reads and writes segment files. Appending is safe to repeat: what an earlier, interrupted try left in the file is
 * found and kept. Writing anew makes a file of the next revision, so that readers of the old one are not disturbed.
 * @module
 */
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { Message } from '../domain/message.ts';
import { type Files, isMissing } from './files.ts';
import { lineFile } from './line-file.ts';
import { shardOf } from './message-ids.ts';
import type { Row } from './row.ts';
import { foldSegment, type Segment, type SegmentContent, type SegmentLine, segmentName } from './segment.ts';

export type SegmentRead = SegmentContent & {
  /** The file is exactly what the segment says. */
  readonly sound: boolean;
  /** Bytes of sound lines; with damaged lines among them when `sound` is false. */
  readonly bytes: number;
  readonly badLines: number;
};

/** Whose a segment is. */
export type Owner = Pick<Row, 'id' | 'lineId' | 'peer'>;

type Content = Pick<SegmentContent, 'messages' | 'flags'>;

export type SegmentFiles = {
  shardFolder(shard: string): string;
  pathOf(conversationId: string, segment: Pick<Segment, 'first' | 'revision'>): string;
  /** Reads a segment; `limit` is how many bytes of the file count, all when not given. A missing file reads as empty. */
  read(conversationId: string, segment: Pick<Segment, 'first' | 'revision'>, limit?: number): Promise<SegmentRead>;
  /** Appends lines durably. The answer is the segment as it is then, with what was found in the file beyond it. */
  append(row: Row, segment: Segment, lines: readonly SegmentLine[]): Promise<Segment>;
  /** Writes a whole segment beside its place, durably; nobody sees it before `place`. */
  prepare(owner: Owner, segment: Pick<Segment, 'first' | 'last' | 'revision'>, content: Content): Promise<Segment>;
  /** Gives what was prepared its name. Durable with the folder's next sync. */
  place(conversationId: string, segment: Segment): Promise<void>;
  /** Forgets what was prepared. */
  discard(conversationId: string, segment: Segment): Promise<void>;
  /** Writes a segment anew, as the next revision. */
  rewrite(row: Row, segment: Segment, content: Content & Pick<SegmentContent, 'highest'>): Promise<Segment>;
};

export function createSegmentFiles({ files, folder }: { files: Files; folder: string }): SegmentFiles {
  const shardFolder = (shard: string): string => join(folder, shard);
  const pathOf: SegmentFiles['pathOf'] = (conversationId, segment) =>
    join(shardFolder(shardOf(conversationId)), segmentName(conversationId, segment));

  const read: SegmentFiles['read'] = async (conversationId, segment, limit) => {
    const adapter = lineFile<SegmentLine>(files, pathOf(conversationId, segment), limit === undefined ? {} : { length: limit });
    const low = new Low<readonly SegmentLine[]>(adapter, []);
    try {
      await low.read();
    } catch (error) {
      if (!isMissing(error)) throw error;
      return { ...foldSegment([]), sound: false, bytes: 0, badLines: 0 };
    }
    const sound = adapter.damaged === 0 && (limit === undefined || adapter.length === limit);
    return { ...foldSegment(low.data), sound, bytes: adapter.length, badLines: adapter.bad };
  };

  // Under a temporary name first: a revision that is there is whole.
  const besideOf: SegmentFiles['pathOf'] = (conversationId, segment) => `${pathOf(conversationId, segment)}.tmp`;
  const prepare: SegmentFiles['prepare'] = async (owner, segment, { messages, flags }) => {
    const lines: SegmentLine[] = [ownerLine(owner, segment.last), ...messages.map(putLine)];
    if (flags !== undefined) lines.push({ op: 'flags', flags });
    const adapter = lineFile<SegmentLine>(files, besideOf(owner.id, segment), { length: 0, mode: 'replace' });
    const low = new Low<readonly SegmentLine[]>(adapter, lines);
    try {
      await low.write();
    } finally {
      await adapter.close();
    }
    const { first, last, revision } = segment;
    return { first, last, revision, count: messages.length, bytes: adapter.length, extra: lines.length - messages.length };
  };
  const place: SegmentFiles['place'] = (conversationId, segment) =>
    files.rename(besideOf(conversationId, segment), pathOf(conversationId, segment));

  return {
    shardFolder,
    pathOf,
    read,
    async append(row, segment, lines) {
      const path = pathOf(row.id, segment);
      let adapter = lineFile<SegmentLine>(files, path, { length: segment.bytes });
      try {
        let found = segment;
        let there: ReadonlySet<number> = new Set();
        if ((await adapter.size()) !== segment.bytes) {
          const { highest, messages, bytes, extra } = await read(row.id, segment);
          found = { ...segment, last: Math.max(segment.last, highest), count: messages.length, bytes, extra };
          there = new Set(messages.map(({ sequence }) => sequence));
          await adapter.close();
          adapter = lineFile<SegmentLine>(files, path, { length: bytes });
          await adapter.mend();
        }
        // Messages an interrupted try left there are written once more: they may have changed since. The later line counts.
        const all = found.bytes === 0 ? [ownerLine(row, segment.last), ...lines] : lines;
        const low = new Low<readonly SegmentLine[]>(adapter, all);
        await low.write();
        const puts = all.flatMap((line) => (line.op === 'put' ? [line.message.sequence] : []));
        const added = puts.filter((sequence) => !there.has(sequence)).length;
        return {
          ...segment,
          last: Math.max(found.last, ...puts),
          count: found.count + added,
          bytes: adapter.length,
          extra: found.extra + all.length - added,
        };
      } finally {
        await adapter.close();
      }
    },
    prepare,
    place,
    discard: (conversationId, segment) => files.remove(besideOf(conversationId, segment)),
    async rewrite(row, segment, { messages, flags, highest }) {
      const revision = segment.revision + 1;
      const written = await prepare(row, { ...segment, last: Math.max(highest, segment.last), revision }, { messages, flags });
      await place(row.id, written);
      await files.syncFolder(dirname(pathOf(row.id, written)));
      return { ...written, last: segment.last };
    },
  };
}

export function putLine(message: Message): SegmentLine {
  return { op: 'put', message };
}

function ownerLine({ id, lineId, peer }: Owner, highest: number): SegmentLine {
  return { op: 'conversation', id, lineId, peer, highest };
}
