/**
 * Imports a file: its texts stand before everything that arrived here, read, announced to nobody.
 * @module
 */
import type { ImportReport, ImportResult } from '../../contract/exchange.ts';
import type { Line } from '../../domain/line.ts';
import { sweep } from '../attachments/sweep.ts';
import type { Ground } from '../ground.ts';
import type { RunningJob } from '../jobs.ts';
import type { DeliveryLog, ExchangeFile, TransferFormats } from '../ports.ts';
import { createImportingTaker } from './archive-taker.ts';
import { readInto } from './reading.ts';
import { keepInStore } from './sinks.ts';

/** Conversations the window is told of; it asks for others when they are wanted. */
const shownAtMost = 200;
const linkedAtMost = 5;
/** So many people at most are remembered as known because they were written to. */
const mostWrittenTo = 50_000;

export type ImportDependencies = Pick<
  Ground,
  'lines' | 'lists' | 'messages' | 'media' | 'settings' | 'clock' | 'announcer' | 'lanes' | 'indexing'
> & {
  readonly formats: TransferFormats;
  readonly deliveries: DeliveryLog;
  readonly restoreLine: (line: Line) => Promise<void>;
};

type Options = { readonly file: ExchangeFile; readonly format: ImportReport['format']; readonly lineId: string; readonly job: RunningJob };

/** Rejects with the system's error when the file cannot be read, and with `StoreUnavailable`; what was imported until then stays. */
export async function importFile(dependencies: ImportDependencies, { file, format, lineId, job }: Options): Promise<ImportResult> {
  const { messages, media, announcer, lanes, indexing } = dependencies;
  const sink = keepInStore(media);
  const taker = createImportingTaker(dependencies);
  const writtenTo = new Map<string, { readonly to: string; readonly peer: string }>();
  try {
    const { outcome, problems } = await readInto(dependencies, {
      file,
      format,
      lineId,
      sink,
      taker,
      dryRun: false,
      job,
      onMessage({ direction, lineId: to, peer, ruleId }) {
        if (direction === 'outbound' && ruleId === undefined && writtenTo.size < mostWrittenTo)
          writtenTo.set(`${to} ${peer}`, { to, peer });
      },
    });
    await taker.finish();
    // Whoever was written to is no stranger.
    for (const { to, peer } of writtenTo.values()) {
      const conversation = messages.conversation(messages.conversationId(to, peer));
      if (conversation?.known === false) await messages.flag(conversation.id, { known: true });
    }
    // Attachments of texts that were here already belong to nobody.
    const swept = outcome.duplicates > 0 || !outcome.finished ? await sweep(messages, media, sink.kept(), new AbortController().signal) : 0;
    const byCount = outcome.conversations.filter(({ imported }) => imported > 0).toSorted((one, other) => other.imported - one.imported);
    for (const { id } of byCount.slice(0, shownAtMost)) {
      announcer.later(`conversation ${id}`, () => {
        const conversation = messages.conversation(id);
        return conversation && { kind: 'conversation', conversation };
      });
    }
    return {
      jobId: job.id,
      name: file.name,
      imported: outcome.imported,
      duplicates: outcome.duplicates,
      media: sink.kept().length - swept,
      ...taker.counts,
      problems,
      finished: outcome.finished,
      conversations: byCount.slice(0, linkedAtMost).map(({ id, imported }) => ({ id, imported })),
    };
  } finally {
    announcer.later('totals', () => ({ kind: 'totals', totals: messages.totals() }));
    lanes.changed();
    indexing.compare();
  }
}
