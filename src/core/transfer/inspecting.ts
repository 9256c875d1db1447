/**
 * Looks at a file before it is imported: all of it is read, nothing is stored.
 * @module
 */
import type { ImportReport } from '../../contract/exchange.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import type { RunningJob } from '../jobs.ts';
import type { ExchangeFile } from '../ports.ts';
import { createCountingTaker } from './archive-taker.ts';
import type { ImportDependencies } from './importing.ts';
import { readInto } from './reading.ts';
import { countOnly } from './sinks.ts';

type Options = {
  readonly file: ExchangeFile;
  readonly format: ImportReport['format'];
  /** The line the user chose; `undefined`: the one that fits. */
  readonly lineId: string | undefined;
  readonly job: RunningJob;
};

/** A line no text is on: what is compared with it finds only what is twice in the file. */
const noLine = 'none';

/** Answers the report, or `undefined` when it was stopped before. Rejects with the system's error when the file cannot be read. */
export async function inspectFile(
  dependencies: Pick<ImportDependencies, 'lines' | 'settings' | 'formats' | 'messages'>,
  { file, format, lineId, job }: Options,
): Promise<ImportReport | undefined> {
  const { lines } = dependencies;
  const perLine = new Map<string, number>();
  const taker = createCountingTaker(lines, (id) => perLine.get(id) ?? 0);
  const candidates = lines.all().filter(({ removedAt, provider }) => removedAt === undefined && provider !== 'practice');
  const presumed = lineId ?? (candidates.length === 1 ? candidates[0]?.id : undefined);
  const { outcome, content, problems, declared, ownNumber } = await readInto(dependencies, {
    file,
    format,
    lineId: presumed ?? noLine,
    sink: countOnly,
    taker,
    dryRun: true,
    job,
    onMessage: ({ lineId: id }) => perLine.set(id, (perLine.get(id) ?? 0) + 1),
  });
  if (!outcome.finished) return undefined;
  const fitting = ownNumber === null ? undefined : candidates.find(({ number }) => normalizeAddress(number) === ownNumber);
  // Only now it is known with what to compare.
  if (presumed === undefined && fitting !== undefined) return inspectFile(dependencies, { file, format, lineId: fitting.id, job });
  return {
    fileId: file.id,
    name: file.name,
    bytes: file.bytes,
    format,
    ...content,
    conversations: outcome.conversations.length,
    duplicates: outcome.duplicates,
    declared,
    problems,
    lineId: format === 'archive' ? null : (lineId ?? fitting?.id ?? presumed ?? null),
    ownNumber,
    archive: format === 'archive' ? taker.report() : null,
  };
}
