/**
 * Reads a backup of the app "SMS Backup & Restore", of any size, in memory of a few pieces of it. Attachments go to their
 * sink while they are read. Everything that cannot be read is told with its line; what is sound is read.
 * @module
 */
import type { ReadProblem } from '../../contract/exchange.ts';
import type { BackupBatch, BackupMessage, ExchangeFile, MediaSink } from '../../core/ports.ts';
import type { Media } from '../../domain/message.ts';
import { type Base64Decoder, createBase64Decoder } from '../base64.ts';
import { asUtf8 } from '../encoding.ts';
import { createPassage, type Passage } from '../passage.ts';
import { createTokenizer } from '../xml/tokenizer.ts';
import { type BackupEvent, createCollector } from './collector.ts';

/** Attachments of one message that are kept. */
const mostAttachments = 50;

type Attachment = { readonly decoder: Base64Decoder; readonly passage: Passage; readonly kept: Promise<Media> };

/** @param now milliseconds since the epoch: texts cannot be from long after it */
export async function* readSmsBackup(file: ExchangeFile, sink: MediaSink, now: number): AsyncGenerator<BackupBatch> {
  let bytes = 0;
  let media: Media[] = [];
  let attachment: Attachment | undefined;
  const collector = createCollector(now);
  const tokenizer = createTokenizer(collector.handler);

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.read()) {
      bytes += chunk.length;
      yield chunk;
    }
  }

  const begin = (name: string | undefined): Attachment => {
    const passage = createPassage();
    const kept = sink.keep(passage.pieces, name === undefined ? {} : { name });
    void kept.finally(() => passage.leave());
    return { decoder: createBase64Decoder(), passage, kept };
  };
  const finish = async ({ decoder, passage, kept }: Attachment, line: number): Promise<ReadProblem | undefined> => {
    await passage.push(decoder.end());
    passage.end();
    const stored = await kept;
    media.push(stored);
    if (stored.state === 'failed')
      return { code: 'attachment-not-kept', line, lost: false, ...(stored.reason && { detail: stored.reason }) };
    return decoder.isSound() ? undefined : { code: 'attachment-damaged', line, lost: false };
  };
  const part = async (event: Extract<BackupEvent, { kind: 'part' }>): Promise<ReadProblem | undefined> => {
    if (attachment === undefined && media.length === mostAttachments) {
      return event.last ? { code: 'too-many-attachments', line: event.line, lost: false } : undefined;
    }
    attachment ??= begin(event.name);
    await attachment.passage.push(attachment.decoder.add(event.bytes));
    if (!event.last) return undefined;
    const finished = attachment;
    attachment = undefined;
    return finish(finished, event.line);
  };
  /** The attachments of a message that came to nothing. */
  const drop = async (): Promise<void> => {
    if (attachment !== undefined) {
      attachment.passage.end();
      media.push(await attachment.kept);
      attachment = undefined;
    }
    const dropped = media;
    media = [];
    for (const each of dropped) await sink.drop(each);
  };

  const work = async (events: readonly BackupEvent[]): Promise<BackupBatch> => {
    const messages: BackupMessage[] = [];
    const problems: ReadProblem[] = [];
    for (const event of events) {
      switch (event.kind) {
        case 'message':
          messages.push(event.message);
          break;
        case 'problem':
          problems.push(event.problem);
          break;
        case 'part': {
          const problem = await part(event);
          if (problem !== undefined) problems.push(problem);
          break;
        }
        case 'mms': {
          const made = event.make(media);
          if (made.ok) {
            messages.push(made.value);
            media = [];
          } else {
            problems.push({ ...made.error, line: event.line, lost: true });
            await drop();
          }
          break;
        }
        case 'no-mms':
          await drop();
          break;
      }
    }
    const declared = collector.declared();
    return { messages, problems, bytes, ...(declared !== undefined && { declared }) };
  };

  const { pieces, encoding } = asUtf8(counted());
  let isFirst = true;
  try {
    for await (const piece of pieces) {
      tokenizer.write(piece);
      const batch = await work(collector.take());
      const unknown = isFirst && encoding() === undefined;
      isFirst = false;
      yield unknown ? { ...batch, problems: [{ code: 'encoding', line: 1, lost: false }, ...batch.problems] } : batch;
    }
    tokenizer.end();
    yield await work(collector.end());
  } finally {
    await drop();
  }
}
