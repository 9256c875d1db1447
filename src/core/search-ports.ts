/**
 * What the core asks of the search index: a cache of the texts of all messages that can be thrown away at any time.
 * @module
 */
import type { Direction, Message } from '../domain/message.ts';

/** What the index keeps of a message. */
export type IndexedMessage = Pick<Message, 'id' | 'sequence' | 'lineId' | 'conversationId' | 'peer' | 'direction' | 'at' | 'body'> & {
  readonly hasMedia: boolean;
};

/** Which message it is. Sequences alone do not tell: imported messages of several conversations can have the same. */
export type MessagePlace = Pick<Message, 'conversationId' | 'sequence'>;

/** How much the index holds of a conversation. */
export type IndexedConversation = { readonly id: string; readonly count: number; readonly lastSequence: number };

export type IndexFilters = {
  readonly lineId?: string;
  readonly direction?: Direction;
  /** Not before this moment, as milliseconds since the epoch. */
  readonly from?: number;
  /** Before this moment. */
  readonly to?: number;
  readonly hasMedia?: boolean;
};

export type IndexQuery = IndexFilters & {
  /** Folded (`searchTerms`); all of them must be in the text. None: every message that passes the filters. */
  readonly terms: readonly string[];
  /** `nextBefore` of the page before: only what comes after that page. */
  readonly before?: number;
  readonly limit: number;
  /** A later query of the same asker takes the place of this one, which then ends with `superseded`. */
  readonly asker?: string;
};

export type IndexAnswer = {
  /** Newest first. */
  readonly hits: readonly IndexedMessage[];
  /** Where to go on; `null`: there is nothing more. */
  readonly nextBefore: number | null;
  /** The time was up before enough was found: what is older than `nextBefore` was not looked at. */
  readonly timeIsUp: boolean;
  readonly superseded: boolean;
};

/** The index cannot be used now: it is being started anew, or this runtime has none. */
export class IndexUnavailable extends Error {
  override readonly name = 'IndexUnavailable';
}

/** All promises reject with `IndexUnavailable` only. What is asked for is done in the order it was asked for. */
export type SearchIndex = {
  /** What the index holds, by conversation: to be compared with the message log. */
  known(): Promise<readonly IndexedConversation[]>;
  /** Adds messages; those it has already stay as they are. */
  put(messages: readonly IndexedMessage[]): Promise<void>;
  /** Adds a message before long, together with others: in a rush of texts that is much less work. */
  add(message: IndexedMessage): Promise<void>;
  remove(messages: readonly MessagePlace[]): Promise<void>;
  /** Forgets everything of a conversation. */
  forget(conversationId: string): Promise<void>;
  query(query: IndexQuery): Promise<IndexAnswer>;
  /** Does a small piece of the work that makes queries faster after much was added. True while there is more of it. */
  tidy(): Promise<boolean>;
  /** Called when what was put may be gone: the index was damaged and started anew, or its thread ended. */
  onLost(listener: () => void): () => void;
  close(): Promise<void>;
};
