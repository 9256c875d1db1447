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

export type SegmentFiles = {
  shardFolder(shard: string): string;
  pathOf(conversationId: string, segment: Pick<Segment, 'first' | 'revision'>): string;
  /** Reads a segment; `limit` is how many bytes of the file count, all when not given. A missing file reads as empty. */
  read(conversationId: string, segment: Pick<Segment, 'first' | 'revision'>, limit?: number): Promise<SegmentRead>;
  /** Appends lines durably. The answer is the segment as it is then, with what was found in the file beyond it. */
  append(row: Row, segment: Segment, lines: readonly SegmentLine[]): Promise<Segment>;
  /** Writes a segment anew, as the next revision. */
  rewrite(row: Row, segment: Segment, content: Pick<SegmentContent, 'messages' | 'flags' | 'highest'>): Promise<Segment>;
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
    async rewrite(row, segment, { messages, flags, highest }) {
      const next = { ...segment, revision: segment.revision + 1 };
      const path = pathOf(row.id, next);
      const lines: SegmentLine[] = [ownerLine(row, Math.max(highest, segment.last)), ...messages.map(putLine)];
      if (flags !== undefined) lines.push({ op: 'flags', flags });
      // Under a temporary name first: a revision that is there is whole.
      const adapter = lineFile<SegmentLine>(files, `${path}.tmp`, { length: 0 });
      const low = new Low<readonly SegmentLine[]>(adapter, lines);
      try {
        await adapter.mend();
        await low.write();
      } finally {
        await adapter.close();
      }
      await files.rename(`${path}.tmp`, path);
      await files.syncFolder(dirname(path));
      return { ...next, count: messages.length, bytes: adapter.length, extra: lines.length - messages.length };
    },
  };
}

export function putLine(message: Message): SegmentLine {
  return { op: 'put', message };
}

function ownerLine({ id, lineId, peer }: Row, highest: number): SegmentLine {
  return { op: 'conversation', id, lineId, peer, highest };
}
