/**
 * What every feature of the core may work with. A feature is one factory that takes this (and what else it needs) and
 * gives back a part: its handlers and what it does at the app's turning points.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import type { Words } from '../contract/texts/words.ts';
import type { Message } from '../domain/message.ts';
import type { Settings } from '../domain/settings.ts';
import type { FollowUp } from './after-text.ts';
import type { Names } from './contacts.ts';
import type { Jobs } from './jobs.ts';
import type { Lanes } from './lanes.ts';
import type { LineBook } from './line-book.ts';
import type { Lists } from './lists.ts';
import type { Clock, ExchangeFiles, HttpClient, Logger, MediaStore, MessageLog, Random } from './ports.ts';
import type { Indexing } from './searching/indexing.ts';
import type { Send } from './send.ts';
import type { Announcer } from './state.ts';

export type Ground = {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly http: HttpClient;
  readonly messages: MessageLog;
  /** Files the user brings and takes away. */
  readonly files: ExchangeFiles;
  /** Stored attachments. */
  readonly media: MediaStore;
  readonly lines: LineBook;
  readonly lists: Lists;
  /** What people are called, and the user's own country. */
  readonly names: Names;
  readonly lanes: Lanes;
  readonly jobs: Jobs;
  /** Keeps the search index in step; who changes many messages past `messages` asks it to compare. */
  readonly indexing: Indexing;
  readonly announcer: Announcer;
  readonly settings: () => Settings;
  /** What is said outside the window, in the user's language. */
  readonly words: () => Words['notices'];
  readonly send: Send;
  /** Announces a message that is new or changed, with its conversation and the totals. */
  readonly onChanged: (message: Message) => void;
};

/** One feature, as the inbox puts it together with the others. */
export type Part<Names extends keyof Handlers> = {
  readonly handlers: Pick<Handlers, Names>;
  /** What it does with each new text. */
  readonly followUps?: readonly FollowUp[];
  /** The receiver listens now. */
  start?(): void | Promise<void>;
  /** The computer woke up or its network changed. */
  resumed?(): void;
  /** Settings were changed. */
  settled?(settings: Settings): void;
  close?(): void | Promise<void>;
};
