/**
 * What the core needs of SMS providers, as interfaces: what each does on the wire, and nothing else.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { CredentialField, ProviderInfo } from '../contract/views.ts';
import type { DeliveryReason } from '../domain/delivery.ts';
import type { ProviderName } from '../domain/line.ts';
import type { MessageFailure, MessageStatus } from '../domain/message.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { Random } from './ports.ts';

/** One HTTP request that reached a webhook path, with its exact bytes. */
export type WebhookRequest = {
  readonly method: string;
  readonly path: string;
  /** From the question mark on, as it arrived; absent: there was none. */
  readonly query?: string;
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

/** A text somebody might send, for samples. */
export type SampleText = {
  /** Different for each text, also where the provider has no id of its own. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  readonly at: Instant;
};

/** One way in which senders and proxies get wrong what is signed. */
export type CanonicalMistake = {
  readonly code: MistakeCode;
  canonical(body: Uint8Array, url: string): Uint8Array | undefined;
};

/**
 * How a provider's deliveries look and what proves them, from the sender's side: for the inspector, the replay lab and
 * the command. The receiver never asks for it.
 */
export type ProviderWire = {
  readonly contentType: string;
  /** The header that carries the proof. */
  readonly header: string;
  /** Which credential it is made with. */
  readonly credential: string;
  /** `static`: the header is the credential itself; nothing of the request is covered. */
  readonly scheme: 'hmac-sha256-hex' | 'static';
  /** What stands before the digest. */
  readonly prefix: '' | 'sha256=';
  readonly coversUrl: boolean;
  /** Where the provider's documents say so: how long it waits for an answer, and after how many minutes it comes again. */
  readonly retries: { readonly timeoutSeconds?: number; readonly afterMinutes?: readonly number[] };
  /** What is signed. `undefined`: this body cannot be signed by this provider, or nothing is. */
  canonical(body: Uint8Array, url: string): Uint8Array | undefined;
  /** The header that proves the body, as this provider sends it; `undefined` without the credential it takes. */
  sign(request: { body: Uint8Array; url: string; credentials: Credentials }): readonly [name: string, value: string] | undefined;
  /** The body of a text as this provider sends it. */
  sample(text: SampleText): Uint8Array;
  /** Whether the body says when the text was sent. */
  readonly carriesTime: boolean;
  /** The same kind of body with an event in it that is not documented. */
  unknownEvent(text: SampleText): Uint8Array;
  /** What is known to go wrong with this provider's canonical form besides the URL, the secret and the body's bytes. */
  readonly mistakes: readonly CanonicalMistake[];
};

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
  readonly wire: ProviderWire;
  /** Makes credentials by itself (the practice line). */
  makeCredentials?(random: Random): Credentials;
  /** The practice line's simulated phone texts the line, through the real receiver. */
  textFromPhone?(body: string, context: SendContext & { readonly number: string; readonly from: string }): Promise<HttpOutcome>;
};

export type ProviderRegistry = ReadonlyMap<ProviderName, Provider>;
