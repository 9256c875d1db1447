/**
 * After an import that did not come to its end: files of segments that no conversation has are taken away, and the spool.
 * The conversations that were done are in the index.
 * @module
 */
import { join } from 'node:path';
import type { Files } from '../files.ts';
import type { Shard } from '../log-state.ts';
import { isHistoric, parseSegmentName, segmentName } from '../segment.ts';
import type { SegmentFiles } from '../segment-files.ts';
import { spoolPath } from './import-history.ts';

type Dependencies = {
  readonly files: Files;
  /** Of the spool. */
  readonly folder: string;
  readonly segmentFiles: SegmentFiles;
  readonly shards: Iterable<Shard>;
};

/** Costs next to nothing when no import was under way. */
export async function sweepAfterImport({ files, folder, segmentFiles, shards }: Dependencies): Promise<void> {
  if (!(await files.exists(spoolPath(folder)))) return;
  for (const { name, rows } of shards) {
    const shardFolder = segmentFiles.shardFolder(name);
    const wanted = new Set(rows.flatMap((row) => row.segments.map((segment) => segmentName(row.id, segment))));
    for (const file of await files.list(shardFolder)) {
      if (!wanted.has(file) && isLeftBehind(file)) await files.remove(join(shardFolder, file));
    }
  }
  await files.remove(spoolPath(folder));
}

function isLeftBehind(file: string): boolean {
  if (file.endsWith('.log.tmp')) return true;
  const parsed = parseSegmentName(file);
  return parsed !== undefined && isHistoric(parsed.first);
}
