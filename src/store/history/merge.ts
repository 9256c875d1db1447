/**
 * Puts the messages of one strand into the history of their conversation. Nothing is to be seen of it before all of them
 * are in files.
 * @module
 */
import type { HistoricMessage, HistoryCount } from '../../core/ports.ts';
import type { Message, MessageStatus } from '../../domain/message.ts';
import type { ExclusiveTools } from '../checkpoint.ts';
import { type LogState, rowFor, shardWith, tailsOf } from '../log-state.ts';
import { messageIdOf, placeOf } from '../message-ids.ts';
import type { Reader } from '../reader.ts';
import { lastMessageOf, previewOf } from '../row.ts';
import { isHistoric } from '../segment.ts';
import type { Owner, SegmentFiles } from '../segment-files.ts';
import { createDuplicates } from './duplicates.ts';
import { readKnownLive } from './known-live.ts';
import type { Pace } from './pace.ts';
import { sequenceAt } from './sequence.ts';
import type { Strand } from './spool.ts';
import { createHistoryView, type HistoryView } from './view.ts';
import { createHistoryWriter, type HistoryWriter, type Written } from './writer.ts';

export type MergeDependencies = {
  readonly state: LogState;
  readonly reader: Reader;
  readonly segmentFiles: SegmentFiles;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Only counts. */
  readonly dryRun: boolean;
  /** So many more messages of the strand are dealt with. */
  readonly onMerged: (count: number) => void;
  /** Files may have been left behind that belong to nothing. */
  readonly onLeftBehind: () => void;
};

/** A strand that was gone through, with what is left to do for it. */
export type MergedStrand = {
  /**
   * Makes the conversation have the messages, as a whole. Rejects with what the file system says; the conversation is
   * unchanged then.
   */
  finish(): Promise<HistoryCount>;
};

/**
 * Goes through a strand. `undefined`: the signal ended it, and nothing was changed. Rejects with what the file system says,
 * nothing changed either.
 */
export async function mergeStrand(
  strand: Strand,
  dependencies: MergeDependencies,
  { repair }: Pick<ExclusiveTools, 'repair'>,
): Promise<MergedStrand | undefined> {
  const { state, reader, segmentFiles, pace, dryRun, onLeftBehind } = dependencies;
  const row = state.catalog.get(strand.id);
  const view = createHistoryView({ row, tails: tailsOf(state, strand.id), segmentFiles, repair });
  const live = await readKnownLive({ state, reader, row, strand, pace });
  const writer = dryRun ? undefined : createHistoryWriter(strand, view, segmentFiles);
  const takeBack = async (): Promise<void> => {
    if ((await writer?.discard()) === false) onLeftBehind();
  };
  let imported: Imported | undefined;
  try {
    imported = await putAll(strand, { ...dependencies, view, writer, duplicates: createDuplicates(strand.id, view, live) });
  } finally {
    if (imported === undefined) await takeBack();
  }
  if (imported === undefined) return undefined;
  const { last, count } = imported;
  return {
    async finish() {
      let written: Written | undefined;
      try {
        written = await writer?.finish();
      } catch (error) {
        await takeBack();
        throw error;
      }
      if (written !== undefined && last !== undefined) show(state, written, last, count);
      return { imported: count, duplicates: strand.count - count };
    },
  };
}

type Imported = { count: number; last: Message | undefined };
type Putting = Pick<MergeDependencies, 'pace' | 'signal' | 'onMerged'> & {
  readonly view: HistoryView;
  readonly writer: HistoryWriter | undefined;
  readonly duplicates: ReturnType<typeof createDuplicates>;
};

async function putAll(strand: Strand, { view, writer, duplicates, pace, signal, onMerged }: Putting): Promise<Imported | undefined> {
  const imported: Imported = { count: 0, last: undefined };
  let free = Number.NEGATIVE_INFINITY;
  for await (const batch of strand.batches()) {
    for (const { message: historic, moment } of batch) {
      const rest = pace();
      if (rest !== undefined) await rest;
      if (signal.aborted) return undefined;
      if (await duplicates.isKnown(historic, moment)) continue;
      duplicates.note(historic, moment);
      const sequence = await sequenceFor(historic, moment, strand.id, view, free);
      free = sequence + 1;
      imported.last = toMessage(historic, strand, sequence);
      imported.count += 1;
      await writer?.put(imported.last);
    }
    onMerged(batch.length);
  }
  return imported;
}

/** The first sequence of its time that no other message has, and that is not before `free`; the one it had, if it can. */
async function sequenceFor(
  { sourceId }: HistoricMessage,
  moment: number,
  conversationId: string,
  view: HistoryView,
  free: number,
): Promise<number> {
  const former = sourceId === undefined ? undefined : placeOf(sourceId);
  let sequence = Math.max(sequenceAt(moment), free);
  if (former?.conversationId === conversationId && former.sequence > sequence && former.sequence < sequenceAt(moment + 1)) {
    sequence = former.sequence;
  }
  while (await view.isTaken(sequence)) sequence += 1;
  return sequence;
}

function toMessage({ sourceId: _of, ...draft }: HistoricMessage, { id, lineId, peer }: Owner, sequence: number): Message {
  const status = settled[draft.status] ?? draft.status;
  return { ...draft, id: messageIdOf(id, sequence), sequence, conversationId: id, lineId, peer, status, imported: true };
}

/** What waited to be sent in another place and time is not sent from here. */
const settled: Partial<Record<MessageStatus, MessageStatus>> = { queued: 'cancelled', sending: 'unconfirmed' };

/** From here on the conversation has the messages. At once: what happens to it meanwhile counts either before or after. */
function show(state: LogState, { segments, obsolete }: Written, last: Message, count: number): void {
  const row = rowFor(state, last);
  row.segments = [...segments, ...row.segments.filter(({ first }) => !isHistoric(first))];
  shardWith(state, row.id).obsolete.push(...obsolete);
  const isLast = lastMessageOf(row) === null || last.sequence > row.lastSequence;
  state.catalog.change(row, {
    count: row.count + count,
    ...(isLast && { lastSequence: last.sequence, lastMessage: previewOf(last) }),
  });
}
