/**
 * Reads an archive, of any size, in memory of a few pieces of it. An entry that is damaged costs itself only.
 * @module
 */
import type { ReadProblem, ReadProblemCode } from '../../contract/exchange.ts';
import { safeFileName } from '../../contract/files.ts';
import type { ArchiveBatch, ArchiveEntry, ExchangeFile, MediaSink } from '../../core/ports.ts';
import type { Media, Message } from '../../domain/message.ts';
import { asUtf8 } from '../encoding.ts';
import { createPassage, type Passage } from '../passage.ts';
import { entrySchemas, isEntryKind, longestLine, type WrittenEntry } from './format.ts';
import { createLineSplitter } from './lines.ts';

type Read = { readonly entry: WrittenEntry; readonly line: number } | ReadProblem;
type Attachment = { readonly file: string; readonly passage: Passage; readonly kept: Promise<Media>; bytes: number };

export async function* readArchive(file: ExchangeFile, sink: MediaSink): AsyncGenerator<ArchiveBatch> {
  let bytes = 0;
  let found: Read[] = [];
  let lastLine = 1;
  let declared: number | undefined;
  let attachment: Attachment | undefined;
  /** What the attachments of the archive are called here. */
  const stored = new Map<string, Media>();
  const splitter = createLineSplitter(longestLine, (text, line) => {
    lastLine = line;
    if (text === undefined) found.push({ code: 'value-too-long', line, lost: true });
    else if (text.trim() !== '' && line > 1) found.push(parseEntry(text, line));
  });

  const endAttachment = async (isWhole: boolean, line: number): Promise<ReadProblem[]> => {
    if (attachment === undefined) return [];
    const { file: name, passage, kept } = attachment;
    attachment = undefined;
    passage.end();
    const media = await kept;
    stored.set(name, media);
    if (media.state === 'failed')
      return [{ code: 'attachment-not-kept', line, lost: false, ...(media.reason && { detail: media.reason }) }];
    return isWhole ? [] : [{ code: 'attachment-damaged', line, lost: false }];
  };

  const take = async (entry: WrittenEntry, line: number, entries: ArchiveEntry[]): Promise<ReadProblem[]> => {
    switch (entry.kind) {
      case 'media': {
        const before = await endAttachment(false, line);
        const passage = createPassage();
        const kept = sink.keep(passage.pieces, entry.name === undefined ? {} : { name: entry.name });
        void kept.finally(() => passage.leave());
        attachment = { file: entry.file, passage, kept, bytes: 0 };
        return before;
      }
      case 'data': {
        const data = Buffer.from(entry.data, 'base64');
        if (attachment !== undefined) attachment.bytes += data.length;
        await attachment?.passage.push(data);
        return [];
      }
      case 'media-end':
        return endAttachment(attachment?.bytes === entry.bytes, line);
      case 'end':
        declared = entry.messages;
        return [];
      case 'message':
        entries.push({ kind: 'message', message: withStored(entry.message, stored) });
        return [];
      default:
        entries.push(entry);
        return [];
    }
  };

  const work = async (): Promise<ArchiveBatch> => {
    const taken = found;
    found = [];
    const entries: ArchiveEntry[] = [];
    const problems: ReadProblem[] = [];
    for (const each of taken) {
      if ('code' in each) problems.push(each);
      else problems.push(...(await take(each.entry, each.line, entries)));
    }
    return { entries, problems, bytes, ...(declared !== undefined && { declared }) };
  };

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.read()) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    for await (const piece of asUtf8(counted()).pieces) {
      splitter.write(piece);
      yield await work();
    }
    splitter.end();
    const last = await work();
    const problems = [...last.problems, ...(await endAttachment(false, lastLine))];
    if (declared === undefined) problems.push({ code: 'truncated', line: lastLine, lost: false });
    yield { ...last, problems };
  } finally {
    const [unfinished] = attachment === undefined ? [] : [attachment];
    unfinished?.passage.end();
    if (unfinished !== undefined) await sink.drop(await unfinished.kept);
  }
}

function parseEntry(text: string, line: number): Read {
  const problem = (code: ReadProblemCode, lost: boolean, detail?: string): ReadProblem => ({
    code,
    line,
    lost,
    ...(detail !== undefined && { detail: detail.slice(0, 100).toWellFormed() }),
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('entry-unreadable', true);
  }
  const kind: unknown = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  // A later app may write what this one has no place for.
  if (!isEntryKind(kind)) return problem('entry-unknown', false, String(kind));
  const parsed = entrySchemas[kind].safeParse(value);
  if (parsed.success) return { entry: parsed.data, line };
  const [issue] = parsed.error.issues;
  return problem('entry-unreadable', kind === 'message', `${kind}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** Attachments are called what they were called when they were stored here, and are what their bytes say. */
function withStored(message: Message, stored: ReadonlyMap<string, Media>): Message {
  if (message.media === undefined) return message;
  const media = message.media.map(({ file, name, ...described }): Media => {
    const called = name === undefined ? {} : { name: safeFileName(name) };
    const { url, state } = described;
    // Nothing is fetched because a file says so; the user can ask for it.
    if (state === 'waiting') return { ...described, ...called, state: 'failed', reason: 'missing' };
    if (state !== 'stored') return { ...described, ...called };
    const here: Media = (file === undefined ? undefined : stored.get(file)) ?? { state: 'failed', reason: 'missing' };
    return { ...(url !== undefined && { url }), ...here, ...called };
  });
  return { ...message, media };
}
