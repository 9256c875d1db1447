/**
 * Reads a file into the message log, or only as if: what an import and the look before it have in common.
 * @module
 */
import type { ImportReport, ProblemReport } from '../../contract/exchange.ts';
import { homeRegion } from '../../domain/region.ts';
import type { Ground } from '../ground.ts';
import type { RunningJob } from '../jobs.ts';
import type { ExchangeFile, HistoricMessage, HistoryImported, MediaSink, TransferFormats } from '../ports.ts';
import { createAddressReader } from './addresses.ts';
import { type ArchiveTaker, createArchiveSource } from './archive-source.ts';
import { createBackupSource } from './backup-source.ts';
import { createFileContent, type FileContent } from './file-content.ts';
import { createProblemTally } from './problem-tally.ts';
import type { ImportListener } from './source.ts';

export type Reading = {
  readonly outcome: HistoryImported;
  readonly content: ReturnType<FileContent['summary']>;
  readonly problems: ProblemReport;
  readonly declared: number | null;
  /** The number most texts call the phone's own. */
  readonly ownNumber: string | null;
};

type Options = {
  readonly file: ExchangeFile;
  readonly format: ImportReport['format'];
  /** Where texts of a backup go. */
  readonly lineId: string;
  readonly sink: MediaSink;
  readonly taker: ArchiveTaker;
  readonly dryRun: boolean;
  readonly job: RunningJob;
  /** Told of each text. */
  readonly onMessage?: (message: HistoricMessage) => void;
};

type Dependencies = Pick<Ground, 'lines' | 'settings' | 'messages'> & { readonly formats: TransferFormats };

/** A phone has one or two. */
const mostOwnNumbers = 100;

/** Rejects with the system's error when the file cannot be read, and with `StoreUnavailable`. */
export async function readInto(dependencies: Dependencies, options: Options): Promise<Reading> {
  const { lines, settings, messages, formats } = dependencies;
  const { file, format, lineId, sink, taker, dryRun, job, onMessage } = options;
  const problems = createProblemTally();
  const content = createFileContent();
  const ownNumbers = new Map<string, number>();
  let declared: number | null = null;
  let bytesRead = 0;
  /** One half of the way is reading, the other is putting in order what was read. */
  const progress = (merged: number): void => job.progress((bytesRead + merged * file.bytes) / 2, file.bytes);

  const listener: ImportListener = {
    problems: problems.add,
    message(message) {
      content.add(message);
      onMessage?.(message);
    },
    bytes(done) {
      bytesRead = done;
      progress(0);
    },
    declared(count) {
      declared = count;
    },
  };
  const source =
    format === 'archive'
      ? createArchiveSource({ formats, file, sink, taker, listener })
      : createBackupSource({
          formats,
          file,
          sink,
          lineId,
          addressOf: createAddressReader(homeRegion(settings().region, lines.all())),
          listener,
          onOwnNumber(number) {
            if (ownNumbers.size < mostOwnNumbers || ownNumbers.has(number)) ownNumbers.set(number, (ownNumbers.get(number) ?? 0) + 1);
          },
        });
  const outcome = await messages.importHistory(source.batches(job.signal), {
    signal: job.signal,
    dryRun,
    onProgress: ({ read, merged }) => progress(read === 0 ? 0 : merged / read),
  });
  const summary = content.summary();
  const sound = summary.messages + problems.report().lost;
  if (declared !== null && outcome.finished && declared !== sound) {
    problems.add([{ code: 'count-wrong', line: 1, lost: false, detail: `${declared} / ${sound}` }]);
  }
  const [ownNumber] = [...ownNumbers].toSorted(([, one], [, other]) => other - one)[0] ?? [null];
  return { outcome, content: summary, problems: problems.report(), declared, ownNumber };
}
