/**
 * What the core needs of the room that reads and writes files of texts.
 * @module
 */
import type { CsvColumn, ReadProblem } from '../contract/exchange.ts';
import type { Contact } from '../domain/contact.ts';
import type { ConversationFlags } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Line } from '../domain/line.ts';
import type { Media, Message, MessageStatus } from '../domain/message.ts';
import type { Rule } from '../domain/rule.ts';
import type { Template } from '../domain/template.ts';
import type { ExchangeFile, ReservedFile } from './ports.ts';

/** Where attachments of a file go while it is read. */
export type MediaSink = {
  /** Takes one; what it answers goes into the message. Takes all of `chunks`, or leaves them. Never rejects. */
  keep(chunks: AsyncIterable<Uint8Array>, about: { readonly name?: string }): Promise<Media>;
  /** The message it belongs to is not wanted. */
  drop(media: Media): Promise<void>;
};

/** A text of a phone's backup. */
export type BackupMessage = {
  readonly direction: Message['direction'];
  /** As it is in the file. */
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** When the sender's network took it, where the file says so. */
  readonly sentAt?: number;
  readonly body: string;
  readonly status: MessageStatus;
  readonly media: readonly Media[];
  /** What the phone or network calls it, where it has a name that nothing else has. */
  readonly sourceId?: string;
  /** The phone's own number, where the message names it. */
  readonly ownNumber?: string;
};

/** One piece of a file, understood. */
export type BackupBatch = {
  readonly messages: readonly BackupMessage[];
  readonly problems: readonly ReadProblem[];
  /** Bytes read so far, of the file as it is. */
  readonly bytes: number;
  /** How many texts the file says it has, once it said so. */
  readonly declared?: number;
};

export type ArchiveConversation = ConversationFlags & { readonly lineId: string; readonly peer: string };

/** What an archive is made of, in this order: what comes later may refer to what came before. */
export type ArchiveEntry =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'conversation'; readonly conversation: ArchiveConversation }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

export type ArchiveBatch = {
  readonly entries: readonly ArchiveEntry[];
  readonly problems: readonly ReadProblem[];
  readonly bytes: number;
  readonly declared?: number;
};

/** A message with the attachments that are stored here, to be written. */
export type ReadMedia = (media: Media) => Promise<AsyncIterable<Uint8Array> | undefined>;

/** A row of a table. */
export type CsvMessage = {
  readonly message: Message;
  readonly lineLabel: string;
  /** The contact's name; '' when there is none. */
  readonly name: string;
};

export type TransferFormats = {
  /** What a file is, by its first bytes; `undefined`: nothing that can be imported. Rejects when it cannot be read. */
  recognize(file: ExchangeFile): Promise<'sms-backup' | 'archive' | 'newer-archive' | undefined>;
  /** Reads a backup of the app "SMS Backup & Restore". Rejects only when the file cannot be read. */
  readSmsBackup(file: ExchangeFile, sink: MediaSink): AsyncIterable<BackupBatch>;
  readArchive(file: ExchangeFile, sink: MediaSink): AsyncIterable<ArchiveBatch>;
  /** Writers reject when the file cannot be written. `count`: how many messages there will be. */
  writeSmsBackup(
    file: ReservedFile,
    options: { readonly count: number; readonly now: number; readonly readMedia: ReadMedia },
  ): {
    message(message: Message, name: string): Promise<void>;
    end(): Promise<void>;
  };
  writeArchive(
    file: ReservedFile,
    options: { readonly now: number; readonly version: string; readonly readMedia?: ReadMedia },
  ): {
    entry(entry: ArchiveEntry): Promise<void>;
    end(): Promise<void>;
  };
  writeCsv(
    file: ReservedFile,
    columns: readonly CsvColumn[],
    titles?: Readonly<Partial<Record<CsvColumn, string | undefined>>>,
  ): {
    message(row: CsvMessage): Promise<void>;
    end(): Promise<void>;
  };
};
