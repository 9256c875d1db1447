/**
 * What the window holds of a search.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { SearchHit, SearchIndexState } from '../../src/contract/methods/search.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Direction } from '../../src/domain/message.ts';

/** When the messages are from: the last days, or from one day of the calendar to another (`YYYY-MM-DD`, either may be open). */
export type SearchTime =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

export type SearchChoice = {
  readonly lineId: string | null;
  readonly direction: Direction | null;
  readonly time: SearchTime | null;
  readonly hasMedia: boolean;
};

export const anything: SearchChoice = { lineId: null, direction: null, time: null, hasMedia: false };

export type SearchState = {
  readonly query: string;
  readonly choice: SearchChoice;
  /** The filters are in view. */
  readonly choosing: boolean;
  /** The query the results are for; `null` while there are none. */
  readonly answered: string | null;
  readonly conversations: readonly Conversation[];
  readonly messages: readonly SearchHit[];
  /** Asks for older messages; `null`: there are none. */
  readonly nextBefore: string | null;
  readonly loadingMore: boolean;
  readonly index: SearchIndexState;
  readonly failure: Failure | null;
};

export const noSearch: SearchState = {
  query: '',
  choice: anything,
  choosing: false,
  answered: null,
  conversations: [],
  messages: [],
  nextBefore: null,
  loadingMore: false,
  index: { state: 'ready', done: 0, total: 0 },
  failure: null,
};

/** A message that was removed is no result any more. */
export function withoutHit(search: SearchState | null, messageId: string): SearchState | null {
  if (!search?.messages.some(({ id }) => id === messageId)) return search;
  return { ...search, messages: search.messages.filter(({ id }) => id !== messageId) };
}

/** True when a filter narrows the search. */
export function isNarrowed({ lineId, direction, time, hasMedia }: SearchChoice): boolean {
  return lineId !== null || direction !== null || time !== null || hasMedia;
}

/** True when there is something to ask the core for. */
export function isAsking({ query, choice }: Pick<SearchState, 'query' | 'choice'>): boolean {
  return query.trim() !== '' || isNarrowed(choice);
}
