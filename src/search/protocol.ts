/**
 * What is said between the core's side of the index and its thread.
 * @module
 */
import type { IndexAnswer, IndexedConversation, IndexedMessage, IndexQuery, MessagePlace } from '../core/ports.ts';

export type Request =
  | { readonly ask: 'known' }
  | { readonly ask: 'put'; readonly messages: readonly IndexedMessage[] }
  | { readonly ask: 'remove'; readonly messages: readonly MessagePlace[] }
  | { readonly ask: 'forget'; readonly conversationId: string }
  /** `slot`: where the newest query of the same asker is noted. */
  | { readonly ask: 'query'; readonly query: IndexQuery; readonly slot: number }
  | { readonly ask: 'tidy' }
  | { readonly ask: 'close' };

export type Answers = {
  readonly known: readonly IndexedConversation[];
  readonly put: null;
  readonly remove: null;
  readonly forget: null;
  readonly query: IndexAnswer;
  readonly tidy: boolean;
  readonly close: null;
};

export type Numbered = { readonly n: number; readonly request: Request };

/** `reset`: the file was damaged and a new, empty one is in use now. */
export type Reply =
  | { readonly n: number; readonly ok: true; readonly value: Answers[keyof Answers] }
  | { readonly n: number; readonly ok: false; readonly message: string; readonly reset: boolean };

export type WorkerStart = {
  /** The file of the index. */
  readonly path: string;
  /** The number of the newest query, by slot. */
  readonly newest: SharedArrayBuffer;
};
