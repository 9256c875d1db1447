/**
 * Messages of earlier times, out of a file, on their way into the log.
 * @module
 */
import type { MessageDraft } from './ports.ts';

/**
 * A message of earlier times, out of a file. It is placed by its `at`, before everything that arrives here, and counts as
 * read. One that was still on its way to the provider is kept as not sent: an import never sends anything.
 */
export type HistoricMessage = MessageDraft & {
  /** The id it had in the log it was exported from. */
  readonly sourceId?: string;
};

export type HistoryOptions = {
  /** Ends the import; conversations that are done stay. */
  readonly signal?: AbortSignal;
  /** Says what would be stored without storing anything. */
  readonly dryRun?: boolean;
  /** Messages taken in, and of those, messages that are stored or were found to be duplicates. */
  readonly onProgress?: (progress: { readonly read: number; readonly merged: number }) => void;
};

export type HistoryCount = { readonly imported: number; readonly duplicates: number };

export type HistoryImported = HistoryCount & {
  /** Conversations the messages belong to, as far as they were got to; what was imported in one is there as a whole. */
  readonly conversations: readonly (HistoryCount & { readonly id: string; readonly lineId: string; readonly peer: string })[];
  /** False when the signal ended it before. */
  readonly finished: boolean;
};

/**
 * Stores messages of earlier times, in whatever order they come; memory does not grow with their number. A message that is
 * there already, or came twice, is stored once: known by `sourceId` or `providerId`, else by direction, text, number of
 * attachments and time, which may lack its milliseconds. Live messages go on meanwhile. Rejects with `StoreUnavailable`,
 * or as `batches` does; conversations that are done stay then too, and a repetition completes it.
 */
export type ImportHistory = (batches: AsyncIterable<readonly HistoricMessage[]>, options?: HistoryOptions) => Promise<HistoryImported>;
