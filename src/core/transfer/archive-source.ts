/**
 * An archive as a source: its lines, contacts and so on go where they belong while its texts are on their way into the log.
 * @module
 */
import type { Line } from '../../domain/line.ts';
import type { ArchiveConversation, ArchiveEntry, ExchangeFile, HistoricMessage, MediaSink, TransferFormats } from '../ports.ts';
import type { ImportListener, ImportSource } from './source.ts';

/** Takes what is not a text. */
export type ArchiveTaker = {
  /** Answers the id of the line here that its texts go to; `undefined` when there are too many. */
  line(line: Line): Promise<string | undefined>;
  conversation(conversation: ArchiveConversation): void;
  /** Contacts, templates, rules. */
  lists(entries: readonly ListEntry[]): Promise<void>;
  /** A delivery, with the id of its line here. */
  delivery(entry: Extract<ArchiveEntry, { kind: 'delivery' }>['delivery']): Promise<void>;
};

export type ListEntry = Extract<ArchiveEntry, { kind: 'contact' | 'template' | 'rule' }>;

type Options = {
  readonly formats: TransferFormats;
  readonly file: ExchangeFile;
  readonly sink: MediaSink;
  readonly taker: ArchiveTaker;
  readonly listener: ImportListener;
};

export function createArchiveSource({ formats, file, sink, taker, listener }: Options): ImportSource {
  /** Lines of the archive to lines here. */
  const lineIds = new Map<string, string>();
  const unknownLines = new Set<string>();

  const toHistoric = (entry: Extract<ArchiveEntry, { kind: 'message' }>): readonly HistoricMessage[] => {
    const { id, sequence: _sequence, conversationId: _conversationId, ...draft } = entry.message;
    const lineId = lineIds.get(draft.lineId);
    if (lineId === undefined) {
      const isFirst = unknownLines.size < 100 && !unknownLines.has(draft.lineId);
      if (isFirst) unknownLines.add(draft.lineId);
      listener.problems([{ code: 'line-unknown', line: 1, lost: true, ...(isFirst && { detail: draft.lineId.slice(0, 100) }) }]);
      return [];
    }
    return [{ ...draft, lineId, imported: true, sourceId: id }];
  };

  const take = async (entry: Exclude<ArchiveEntry, { kind: 'message' } | ListEntry>): Promise<void> => {
    switch (entry.kind) {
      case 'line': {
        const here = await taker.line(entry.line);
        if (here !== undefined) lineIds.set(entry.line.id, here);
        return;
      }
      case 'conversation': {
        const lineId = lineIds.get(entry.conversation.lineId);
        if (lineId !== undefined) taker.conversation({ ...entry.conversation, lineId });
        return;
      }
      case 'delivery': {
        const lineId = lineIds.get(entry.delivery.lineId);
        if (lineId !== undefined) await taker.delivery({ ...entry.delivery, lineId });
        return;
      }
    }
  };

  /** Answers the texts; everything else is taken. */
  const sort = async (entries: readonly ArchiveEntry[]): Promise<HistoricMessage[]> => {
    const messages: HistoricMessage[] = [];
    const lists: ListEntry[] = [];
    for (const entry of entries) {
      if (entry.kind === 'message') messages.push(...toHistoric(entry));
      else if (isListed(entry)) lists.push(withLines(entry, lineIds));
      else await take(entry);
    }
    for (const message of messages) listener.message(message);
    if (lists.length > 0) await taker.lists(lists);
    return messages;
  };

  return {
    async *batches(signal) {
      let declared: number | undefined;
      for await (const batch of formats.readArchive(file, sink)) {
        if (signal.aborted) return;
        listener.problems(batch.problems);
        const messages = await sort(batch.entries);
        if (batch.declared !== undefined && declared === undefined) {
          declared = batch.declared;
          listener.declared(declared);
        }
        listener.bytes(batch.bytes);
        yield messages;
      }
    },
  };
}

function isListed(entry: ArchiveEntry): entry is ListEntry {
  return entry.kind === 'contact' || entry.kind === 'template' || entry.kind === 'rule';
}

/** A rule for lines is a rule for what they are here. */
function withLines(entry: ListEntry, lineIds: ReadonlyMap<string, string>): ListEntry {
  if (entry.kind !== 'rule') return entry;
  const { condition } = entry.rule;
  const here = condition.lineIds.map((id) => lineIds.get(id) ?? id);
  return { kind: 'rule', rule: { ...entry.rule, condition: { ...condition, lineIds: here } } };
}
