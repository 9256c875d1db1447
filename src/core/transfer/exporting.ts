/**
 * Writes texts to a file in one of the forms there are.
 * @module
 */
import type { CsvColumn, ExportResult } from '../../contract/exchange.ts';
import type { ParsedInput } from '../../contract/methods.ts';
import { formatAddress } from '../../domain/peer.ts';
import type { Ground } from '../ground.ts';
import type { RunningJob } from '../jobs.ts';
import type { ArchiveEntry, DeliveryLog, ReadMedia, ReservedFile, TransferFormats } from '../ports.ts';
import { type Chosen, chosenConversations } from './chosen-messages.ts';

export type ExportDependencies = Pick<Ground, 'lines' | 'lists' | 'messages' | 'media' | 'clock'> & {
  readonly formats: TransferFormats;
  readonly deliveries: DeliveryLog;
  readonly version: string;
};
type Input = ParsedInput<'exchange.export'>;
type Options = { readonly input: Input; readonly file: ReservedFile; readonly job: RunningJob };
type Counts = Omit<ExportResult, 'jobId' | 'bytes' | 'format'>;

const usualColumns: readonly CsvColumn[] = ['date', 'direction', 'line', 'number', 'name', 'text', 'status', 'attachments'];
const deliveriesAtOnce = 200;

/** Answers what was written, or `undefined` when it was stopped before. Rejects with the system's error when it cannot be written. */
export async function exportTo(dependencies: ExportDependencies, { input, file, job }: Options): Promise<Counts | undefined> {
  const { media, messages } = dependencies;
  const chosen: Chosen[] = [];
  for await (const each of chosenConversations(messages, input, job.signal)) chosen.push(each);
  const total = chosen.reduce((sum, { count }) => sum + count, 0);
  job.progress(0, total);

  let [present, missing] = [0, 0];
  const readMedia: ReadMedia = async ({ file: name }) => {
    const content = name === undefined ? undefined : await media.open(name);
    if (content === undefined) missing += 1;
    else present += 1;
    return content?.chunks;
  };
  const write = writerFor(dependencies, { input, file, total, readMedia });

  let done = 0;
  await write.begin(chosen, job.signal);
  for (const each of chosen) {
    for await (const message of each.messages()) {
      if (job.signal.aborted) return undefined;
      await write.message(message);
      done += 1;
      job.progress(done, total);
    }
  }
  await write.end(job.signal);
  return job.signal.aborted ? undefined : { messages: done, conversations: chosen.length, media: present, missingMedia: missing };
}

type Writer = {
  begin(chosen: readonly Chosen[], signal: AbortSignal): Promise<void>;
  message(message: Parameters<ReturnType<TransferFormats['writeSmsBackup']>['message']>[0]): Promise<void>;
  end(signal: AbortSignal): Promise<void>;
};
type Form = { readonly input: Input; readonly file: ReservedFile; readonly total: number; readonly readMedia: ReadMedia };

function writerFor(dependencies: ExportDependencies, form: Form): Writer {
  const { formats, clock, lines, lists } = dependencies;
  const { input, file, total, readMedia } = form;
  const nameOf = (peer: string): string => lists.contactOf(peer)?.name ?? '';
  switch (input.format) {
    case 'archive':
      return archiveWriter(dependencies, form);
    case 'sms-backup': {
      const noMedia: ReadMedia = async () => undefined;
      const writer = formats.writeSmsBackup(file, { count: total, now: clock.now(), readMedia: input.withMedia ? readMedia : noMedia });
      return { begin: async () => undefined, message: (message) => writer.message(message, nameOf(message.peer)), end: writer.end };
    }
    case 'csv': {
      const writer = formats.writeCsv(file, input.columns ?? usualColumns, input.titles);
      return {
        begin: async () => undefined,
        message: (message) =>
          writer.message({
            message,
            name: nameOf(message.peer),
            lineLabel: lines.any(message.lineId)?.label ?? formatAddress(message.lineId),
          }),
        end: writer.end,
      };
    }
  }
}

/** Lines, lists and what is set on conversations come first, deliveries last. Keys are nowhere in it. */
function archiveWriter(
  { formats, clock, lines, lists, deliveries, version }: ExportDependencies,
  { input, file, readMedia }: Form,
): Writer {
  const writer = formats.writeArchive(file, { now: clock.now(), version, ...(input.withMedia && { readMedia }) });
  const isPart = input.lineIds !== undefined || input.conversationId !== undefined;
  const lineIds = new Set<string>();

  return {
    async begin(chosen) {
      for (const { conversation } of chosen) lineIds.add(conversation.lineId);
      const wanted = lines.all().filter(({ id }) => !isPart || lineIds.has(id));
      const { contacts, templates, rules } = lists.snapshot();
      const entries: ArchiveEntry[] = [
        ...wanted.map((line) => ({ kind: 'line', line }) as const),
        ...(isPart ? [] : contacts.map((contact) => ({ kind: 'contact', contact }) as const)),
        ...(isPart ? [] : templates.map((template) => ({ kind: 'template', template }) as const)),
        ...(isPart ? [] : rules.map((rule) => ({ kind: 'rule', rule }) as const)),
      ];
      for (const entry of entries) await writer.entry(entry);
      for (const { conversation } of chosen) {
        const { id: _id, count: _count, unread: _unread, lastMessage: _last, lastSequence: _lastSequence, ...kept } = conversation;
        await writer.entry({ kind: 'conversation', conversation: kept });
      }
    },
    message: (message) => writer.entry({ kind: 'message', message }),
    async end(signal) {
      if (input.withDeliveries && input.conversationId === undefined) {
        const from = (at: string): boolean => (input.from === undefined || at >= input.from) && (input.to === undefined || at < input.to);
        const wanted = (lineId: string): boolean => input.lineIds?.includes(lineId) ?? true;
        for await (const id of deliveryIds(deliveries, (lineId, at) => wanted(lineId) && from(at))) {
          if (signal.aborted) return;
          const delivery = await deliveries.get(id);
          if (delivery !== undefined) await writer.entry({ kind: 'delivery', delivery });
        }
      }
      await writer.end();
    },
  };
}

/** Oldest first. */
async function* deliveryIds(deliveries: DeliveryLog, isWanted: (lineId: string, at: string) => boolean): AsyncGenerator<string> {
  const ids: string[] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const page = await deliveries.list({ limit: deliveriesAtOnce, ...(before !== undefined && { before }) });
    for (const { id, lineId, receivedAt } of page.items) if (isWanted(lineId, receivedAt)) ids.push(id);
    before = page.nextBefore;
  }
  yield* ids.reverse();
}
