/**
 * What the core needs from the outside, as interfaces. Providers, store, webhook, tunnel and hosts implement or call
 * these; none of them knows another.
 * @module
 */
import type { z } from 'zod';
import type { Failure } from '../contract/errors.ts';
import type { CredentialField, ProviderInfo, TunnelKind, tunnelStateSchema } from '../contract/views.ts';
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import type { Delivery, DeliveryReason, DeliverySummary } from '../domain/delivery.ts';
import type { ProviderName } from '../domain/line.ts';
import type { Message, MessageChanges, MessageFailure, MessageStatus } from '../domain/message.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';

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

/** A message before the log gave it an id and a sequence number. */
export type MessageDraft = Omit<Message, 'id' | 'sequence' | 'conversationId'>;

export type Appended = { readonly kind: 'stored' | 'duplicate'; readonly message: Message };

export type StoreHealth = {
  readonly writable: boolean;
  readonly since: Instant /** Files that were set aside: their names. */;
  readonly setAside: readonly string[];
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
  /** Oldest first; `before` is a message id. */
  page(query: { conversationId: string; before?: string; limit: number }): Promise<{ items: Message[]; nextBefore: string | null }>;
  /** Newest first, pinned ones before all others on the first page. `archived: undefined` lists all. */
  conversations(query: { lineId?: string; archived?: boolean; cursor?: string; limit: number }): {
    items: Conversation[];
    nextCursor: string | null;
  };
  conversation(id: string): Conversation | undefined;
  /** The id a conversation has or would have. */
  conversationId(lineId: string, peer: string): string;
  flag(conversationId: string, changes: Partial<ConversationFlags>): Promise<Conversation | undefined>;
  totals(): { messages: number; conversations: number; unread: number };
  /** Outbound messages that are not settled, oldest first. */
  outbox(): readonly Message[];
  /** Every message, newest conversations first, without holding the event loop for long. */
  scan(): AsyncIterable<Message>;
  health(): StoreHealth;
  onHealth(listener: (health: StoreHealth) => void): () => void;
  close(): Promise<void>;
};

/** Raw deliveries, kept within a retention limit. */
export type DeliveryLog = {
  /**
   * Keeps a delivery. With `durable` the promise resolves after fdatasync; without, it is written in the background
   * and may be missing after a power cut. Rejects with `StoreUnavailable`.
   */
  append(delivery: Delivery, options: { durable: boolean }): Promise<void>;
  get(id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(query: { lineId?: string; before?: string; limit: number }): Promise<{ items: DeliverySummary[]; nextBefore: string | null }>;
  /** The newest delivery of each line. */
  latest(): ReadonlyMap<string, DeliverySummary>;
  setRetention(limits: { keepDays: number; keepCount: number }): void;
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

// Providers -----------------------------------------------------------------------------------------------------------

/** One HTTP request that reached a webhook path, with its exact bytes. */
export type WebhookRequest = {
  readonly method: string;
  readonly path: string;
  /** In order, as they arrived. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly source: string;
  readonly arrivedAt: Instant;
};

/** What is written back. No `contentType` and no body: an empty answer. */
export type Answer = {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
  /** Seconds after which a 503 may be tried again. */
  readonly retryAfter?: number;
};

export type Credentials = Readonly<Record<string, string>>;

export type Verification = { readonly ok: true } | { readonly ok: false; readonly reason: DeliveryReason };

export type InboundText = {
  /** What a repetition of the same text is known by, unique within the line. */
  readonly key: string;
  readonly providerId?: string;
  /** Normalized address. */
  readonly from: string;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  readonly providerAt?: Instant;
};

/** A provider's word on a message we sent. */
export type StatusReport = { readonly providerId: string; readonly status: MessageStatus; readonly failure?: MessageFailure };

export type Parsed =
  | { readonly kind: 'text'; readonly text: InboundText }
  | { readonly kind: 'status'; readonly report: StatusReport }
  | { readonly kind: 'not-understood'; readonly reason: DeliveryReason };

export type OutboundText = {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  readonly clientId: string;
  /** The line's webhook URL, for status callbacks, when it is public. */
  readonly callbackUrl?: string;
};

/**
 * How handing a text to the provider ended. Only `retry` is tried again by itself: the request was not written, or the
 * provider said that it took nothing. `ambiguous` may have been sent: the user decides.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly providerId?: string; readonly status: MessageStatus }
  | { readonly kind: 'refused'; readonly failure: MessageFailure }
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly failure: MessageFailure }
  | { readonly kind: 'ambiguous'; readonly failure: MessageFailure };

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
};

/**
 * `not-sent`: no byte of the request left (no DNS, refused, TLS failed). `ambiguous`: it was written at least in part
 * and no whole answer came.
 */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'ambiguous'; readonly reason: string };

export type HttpClient = (request: HttpRequest) => Promise<HttpOutcome>;

export type SendContext = {
  readonly credentials: Credentials;
  readonly http: HttpClient;
  /** Where the receiver listens on this computer with this line's path: for the practice phone. */
  readonly localWebhookUrl: string;
};

export type VerifyContext = {
  readonly credentials: Credentials;
  /** Every URL the line's signatures may have been made for, newest first. */
  readonly urls: readonly string[];
};

/** One page of what a provider holds from a time. */
export type ListOutcome =
  | {
      readonly kind: 'page';
      readonly texts: readonly InboundText[] /** Asks for the next page; absent: that was all. */;
      readonly next?: string;
    }
  /** `message` is a sentence for the user. */
  | { readonly kind: 'failed'; readonly message: string };

export type ListQuery = { readonly from: Instant; readonly to: Instant; readonly next?: string };

/** Asking the provider about its side of a line, and pointing it at our public URL. */
export type Registration = {
  /** False: the path is not documented, and the user is told so. */
  readonly documented: boolean;
  /** Whether the line has the key it takes. */
  usable(credentials: Credentials): boolean;
  /** The webhook URL the provider holds; `null`: none. Absent: it cannot be read. Fails with a sentence. */
  readonly read?: (context: LineContext) => Promise<Result<string | null, string>>;
  /** Points the provider at `url`. Fails with a sentence. */
  readonly write: (url: string, context: LineContext) => Promise<Result<void, string>>;
};

/** What a provider needs to act for a line. */
export type LineContext = { readonly credentials: Credentials; readonly http: HttpClient; readonly number: string };

/** One SMS provider: what it does on the wire. Knows nothing of storage, windows or Express. */
export type Provider = {
  readonly name: ProviderName;
  readonly info: Omit<ProviderInfo, 'fields'> & { readonly fields: readonly CredentialField[] };
  /** Largest webhook body in bytes; the receiver's default (256 KiB) when not given. */
  readonly bodyLimit?: number;
  /** What is wrong with the credentials, by field; empty when nothing is. */
  checkCredentials(credentials: Credentials): Record<string, string>;
  /** What is wrong with the number as this provider writes it, or its normalized form. */
  checkNumber(number: string): Result<string, string>;
  /** Never throws, whatever the bytes. */
  verify(request: WebhookRequest, context: VerifyContext): Verification;
  /** Never throws, whatever the bytes. Only called after `verify` said yes. */
  parse(request: WebhookRequest): Parsed;
  /** The answer to an accepted delivery; with `reply`, the one that sends it at once, where the provider has that. */
  answer(reply?: { readonly body: string; readonly mediaUrls?: readonly string[] }): Answer;
  /** Absent: receive-only. */
  send?(text: OutboundText, context: SendContext): Promise<SendOutcome>;
  /**
   * How long after a failed delivery the provider still tries again, in milliseconds: a gap no longer than this lost
   * nothing. Absent: not documented.
   */
  readonly retryWindowMs?: number;
  /** Lists texts to the line from a time, oldest or newest first. Absent: the provider offers no way to ask. */
  list?(query: ListQuery, context: LineContext): Promise<ListOutcome>;
  /** Absent: the webhook URL can only be entered by hand. */
  readonly registration?: Registration;
  /** Makes credentials by itself (the practice line). */
  makeCredentials?(random: Random): Credentials;
  /** The practice line's simulated phone texts the line, through the real receiver. */
  textFromPhone?(body: string, context: SendContext & { readonly number: string; readonly from: string }): Promise<HttpOutcome>;
};

export type ProviderRegistry = ReadonlyMap<ProviderName, Provider>;

// Receiver ------------------------------------------------------------------------------------------------------------

/** What the webhook room asks of the core. */
export type Receiver = {
  /** The body limit in bytes for a path; `undefined`: nothing answers there (404). */
  bodyLimitAt(path: string): number | undefined;
  /**
   * Verifies, stores, answers. Never throws. With `record: false` a delivery that is refused is answered but not
   * recorded (forged traffic beyond its budget); one that verifies is stored and recorded as always.
   */
  receive(request: WebhookRequest, options?: { readonly record: boolean }): Promise<Answer>;
  /** Records a delivery that was refused before its body was whole. */
  refuse(request: Omit<WebhookRequest, 'body'>, reason: DeliveryReason, status: number): void;
  /** The answer to a reachability probe's nonce; `undefined` when the path is not the probe's. */
  answerProbe(path: string, nonce: string): string | undefined;
};

/** Where the receiver listens. */
export type ReceiverAddress = { /** `http://127.0.0.1:<port>` */ readonly url: string };

// Tunnel --------------------------------------------------------------------------------------------------------------

/** What a tunnel says of itself. It is a claim: only a probe through the public URL proves that texts can arrive. */
export type TunnelReport = {
  readonly kind: TunnelKind;
  readonly state: z.infer<typeof tunnelStateSchema>;
  /** Without a path or with the path prefix the user's proxy takes away; never with a trailing slash. */
  readonly publicUrl: string | null;
  readonly since: Instant;
};

/** The way from a public URL to the receiver. */
export type Tunnel = {
  report(): TunnelReport;
  /** Refuses a URL that cannot work, with the reason beside the field `publicUrl`. */
  configure(settings: { kind: TunnelKind; publicUrl?: string | undefined }): Promise<Result<TunnelReport, Failure>>;
  start(): Promise<TunnelReport>;
  stop(): Promise<TunnelReport>;
  onChange(listener: (report: TunnelReport) => void): () => void;
  close(): Promise<void>;
};
