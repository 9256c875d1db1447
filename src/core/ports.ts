/**
 * What the core needs from the outside, as interfaces. Providers, store, webhook, tunnel and hosts implement or call
 * these; none of them knows another.
 * @module
 */
import type { Failure } from '../contract/errors.ts';
import type { TunnelKind, TunnelLogEntry, TunnelSettings, TunnelSettingsView, TunnelState } from '../contract/tunnel.ts';
import type { TunnelFailure } from '../contract/tunnel-failures.ts';
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import type { Delivery, DeliverySummary, Verdict } from '../domain/delivery.ts';
import type { Message, MessageChanges } from '../domain/message.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { ImportHistory } from './history-ports.ts';

export type * from './contact-ports.ts';
export type * from './doctor-ports.ts';
export type * from './history-ports.ts';
export type * from './lab-ports.ts';
export type * from './media-ports.ts';
export type * from './provider-ports.ts';
export type * from './receiver-ports.ts';
export * from './search-ports.ts';
export type * from './take-along-ports.ts';
export type * from './transfer-ports.ts';

export type Clock = {
  /** Now, as milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that only grow, for durations. */
  monotonic(): number;
  /** Runs `task` after `milliseconds`; the returned function takes it back. Never keeps the process alive. */
  after(milliseconds: number, task: () => void): () => void;
};

export type Random = {
  /** `bytes` random bytes, base64url without padding. */
  token(bytes: number): string;
  /** 0 ≤ x < 1, for jitter. */
  fraction(): number;
};

export type LogFields = Readonly<Record<string, unknown>>;
/** Structured log. Whatever is written is redacted at the writer. */
export type Logger = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

// Store ---------------------------------------------------------------------------------------------------------------

/** The store cannot write now: the disk is full, the folder is gone, the file system is read-only. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** What was given to go on after is not what an earlier page of this list answered. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

/** A message before the log gave it an id and a sequence number. */
export type MessageDraft = Omit<Message, 'id' | 'sequence' | 'conversationId'>;

export type Appended = { readonly kind: 'stored' | 'duplicate'; readonly message: Message };

export type StoreHealth = {
  readonly writable: boolean;
  readonly since: Instant /** Files that were set aside: their names. */;
  readonly setAside: readonly string[];
};

export type MessagePage = { readonly items: Message[]; readonly nextBefore: string | null };

export type ConversationQuery = {
  readonly lineId?: string;
  /** Not given: all. */
  readonly archived?: boolean;
  /** Which of them are wanted; the same for all pages of a list. */
  readonly where?: (conversation: Conversation) => boolean;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string;
  readonly limit: number;
};

/** All messages and conversations. What a promise here resolves with is durable (fdatasync) before it resolves. */
export type MessageLog = {
  /**
   * Stores a message. `keys` are what duplicates are known by: when one is known already nothing is stored and the
   * earlier message is answered, after it is durable itself. Rejects with `StoreUnavailable`.
   */
  append(draft: MessageDraft, keys: readonly string[]): Promise<Appended>;
  /** Changes a stored message; `keys` are further keys it is known by from now on. `undefined`: there is none. */
  patch(id: string, changes: MessageChanges, keys?: readonly string[]): Promise<Message | undefined>;
  remove(id: string): Promise<Message | undefined>;
  get(id: string): Promise<Message | undefined>;
  /** The message a key (of `append` or `patch`) stands for, among the last hundred thousand keys or more. */
  idOf(key: string): string | undefined;
  /**
   * Oldest first; `before` is a message id, also of one that was removed since. `undefined`: there is no such
   * conversation, or `before` is no id of its messages.
   */
  page(query: { conversationId: string; before?: string; limit: number }): Promise<MessagePage | undefined>;
  /** Newest first, pinned ones before all others on the first page. Throws `InvalidCursor`. */
  conversations(query: ConversationQuery): { items: Conversation[]; nextCursor: string | null };
  /** Every listed conversation as it is when it is asked for, newest first, pinned or not. */
  allConversations(): Iterable<Conversation>;
  conversation(id: string): Conversation | undefined;
  /** The id a conversation has or would have. */
  conversationId(lineId: string, peer: string): string;
  flag(conversationId: string, changes: Partial<ConversationFlags>): Promise<Conversation | undefined>;
  importHistory: ImportHistory;
  /** Muted and blocked conversations are left out of `unread`. */
  totals(): { messages: number; conversations: number; unread: number };
  /** Outbound messages that are not settled, oldest first. */
  outbox(): readonly Message[];
  /** Every message, newest conversations first, without holding the event loop for long. */
  scan(): AsyncIterable<Message>;
  health(): StoreHealth;
  onHealth(listener: (health: StoreHealth) => void): () => void;
  close(): Promise<void>;
};

export type DeliveryQuery = {
  readonly lineId?: string | undefined;
  readonly verdicts?: readonly Verdict[] | undefined;
  /** Arrived at this moment or later, and before that one. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** In the path, the query, the headers as they are shown, or the body; letter case does not matter. */
  readonly text?: string | undefined;
  /** Those of one message, and the one that it says it came from. */
  readonly message?: { readonly id: string; readonly deliveryId?: string | undefined } | undefined;
  /** A delivery's id or the `nextBefore` of an earlier page of the same list. */
  readonly before?: string | undefined;
  readonly limit: number;
};

export type DeliveryPage = {
  readonly items: DeliverySummary[];
  /** `null`: nothing is older. What is older need not fit the filter. */
  readonly nextBefore: string | null;
  /** It was looked through down to here, and the time for one page was over before it was full. */
  readonly searchedTo?: Instant;
};

export type TallyQuery = {
  readonly lineId?: string | undefined;
  /** Milliseconds since the epoch: where the first step begins. */
  readonly from: number;
  readonly stepMs: number;
  readonly steps: number;
};
export type DeliveryTally = Record<Verdict, number>;

/** Raw deliveries, kept within a retention limit. */
export type DeliveryLog = {
  /**
   * Keeps a delivery. With `durable` the promise resolves after fdatasync; without, it is written in the background
   * and may be missing after a power cut. Rejects with `StoreUnavailable`.
   */
  append(delivery: Delivery, options: { durable: boolean }): Promise<void>;
  get(id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(query: DeliveryQuery): Promise<DeliveryPage>;
  /** How many of each verdict arrived in each step, oldest first. */
  tally(query: TallyQuery): Promise<DeliveryTally[]>;
  /**
   * Adds to a delivery when it was notified of, in milliseconds after its arrival, while it still waits to be written.
   * `undefined`: it was written before; then it stays as it is.
   */
  amend(id: string, notifiedMs: number): DeliverySummary | undefined;
  /** The newest delivery of each line that the replay lab did not send. */
  latest(): ReadonlyMap<string, DeliverySummary>;
  setRetention(limits: { keepDays: number; keepCount: number }): void;
  /** Told when what waits cannot be written, and when it can again. What waits is kept in memory meanwhile, as far as there is room. */
  onWritable(listener: (writable: boolean) => void): () => void;
  close(): Promise<void>;
};

/** One small durable document. Reading is from memory; writing is whole and durable. */
export type Document<Value> = {
  get(): Value;
  /** Replaces the value; the old one stays in force when the write fails (`StoreUnavailable`). */
  set(value: Value): Promise<void>;
};

/** Keeps secrets. Keys look like `line:<id>`. */
export type SecretVault = {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<Result<void, Failure>>;
  delete(key: string): Promise<void>;
  /** Whether what is kept is protected by more than file permissions. */
  readonly protection: 'system' | 'file-permissions' | 'unprotected';
};

/** The system's clipboard, for one text. */
export type HostClipboard = {
  write(text: string): Promise<void>;
  /** '' when there is no text in it. */
  read(): Promise<string>;
};

// Tunnel --------------------------------------------------------------------------------------------------------------

/** What a tunnel says of itself. It is a claim: only a probe through the public URL proves that texts can arrive. */
export type TunnelReport = {
  readonly kind: TunnelKind;
  readonly state: TunnelState;
  /**
   * Without a path or with the path prefix the user's proxy takes away; never with a trailing slash. Only with `up` and
   * `degraded` it leads here now; while a tunnel is being opened it is where it will or did.
   */
  readonly publicUrl: string | null;
  readonly since: Instant;
  /** What is wrong, or what should be known about a tunnel that is up (its address has changed). */
  readonly failure?: TunnelFailure;
  /** Newest last. */
  readonly log: readonly TunnelLogEntry[];
  readonly settings: TunnelSettingsView;
};

/** The way from a public URL to the receiver. */
export type Tunnel = {
  report(): TunnelReport;
  /** Refuses what cannot work, with the reason beside the field, like `publicUrl` or `ssh.keyPath`. */
  configure(settings: TunnelSettings): Promise<Result<TunnelReport, Failure>>;
  start(): Promise<TunnelReport>;
  stop(): Promise<TunnelReport>;
  /** After `host-key-changed`: the server is known by this key from now on. Fails when it is not the one that was shown. */
  acceptHostKey(fingerprint: string): Promise<Result<TunnelReport, Failure>>;
  /** The computer woke up or its network changed: what waits is tried at once, what is open has to prove itself. */
  nudge(): void;
  /** It claims to be up, but nothing comes through: starts it again where that can help. `reason` is a sentence for its log. */
  restart(reason: string): void;
  onChange(listener: (report: TunnelReport) => void): () => void;
  close(): Promise<void>;
};

// Files -----------------------------------------------------------------------------------------------------------------

/** A file the user brought, or one that was made for them. */
export type ExchangeFile = {
  readonly id: string;
  /** For people: without folders, never a path. */
  readonly name: string;
  readonly bytes: number;
  /** Its content from the start, in pieces. Rejects with the system's error when it cannot be read. */
  read(): AsyncIterable<Uint8Array>;
};

/** A file that is being made. */
export type ReservedFile = {
  readonly id: string;
  /** Adds to its end; text as UTF-8. Rejects with the system's error when it cannot be written. */
  write(chunk: Uint8Array | string): Promise<void>;
  /** It is whole: from now on it can be resolved. */
  finish(): Promise<ExchangeFile>;
  /** It is not wanted. */
  abandon(): Promise<void>;
};

/** Files on their way in and out, for as long as the app runs. */
export type ExchangeFiles = {
  resolve(fileId: string): ExchangeFile | undefined;
  /** Begins a file with this name for the user. */
  reserve(name: string): Promise<ReservedFile>;
  /** It is not needed any more. What the user chose where it lies is never deleted. */
  release(fileId: string): Promise<void>;
};

/** The same as the hosts see it: how files get here and away. */
export type ExchangeDesk = ExchangeFiles & {
  /** Takes a file the user chose in a dialog, where it is. */
  adopt(path: string): Promise<Result<ExchangeFile, Failure>>;
  /** How many bytes may still be taken. */
  room(): Promise<number>;
  /** Writes a file to where the user wants it. */
  copyTo(fileId: string, path: string): Promise<Result<void, Failure>>;
  close(): Promise<void>;
};
