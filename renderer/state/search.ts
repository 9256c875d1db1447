/**
 * Searching as one types, with filters, page by page.
 * @module
 */
import type { MethodInput } from '../../src/contract/methods.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { ActionContext } from './context.ts';
import { anything, isAsking, noSearch, type SearchChoice, type SearchState, type SearchTime } from './search-model.ts';

/** How long after the last key the core is asked, in milliseconds: keys that come in one burst are one question. */
const searchPause = 25;
/** While the index is being built the same question has more answers after this time. */
const askAgainAfter = 1_500;

type Dependencies = Pick<ActionContext, 'store' | 'call' | 'after'> & {
  /** This window's name among those that search. */
  readonly asker?: string;
  readonly now?: () => Date;
};

export function createSearch({ store, call, after, asker = crypto.randomUUID(), now = () => new Date() }: Dependencies) {
  let cancel = (): void => undefined;

  const change = (make: (search: SearchState) => Partial<SearchState>): void =>
    store.setState(({ search }) => (search ? { search: { ...search, ...make(search) } } : {}));

  function askSoon(pause: number): void {
    cancel();
    const search = store.getState().search;
    if (search && isAsking(search)) cancel = after(pause, () => void ask());
    else change(() => ({ ...noSearch, query: search?.query ?? '', choosing: search?.choosing ?? false }));
  }

  /** Sets what is searched for; an empty text without filters leaves the search. Earlier results stay until there are new ones. */
  function setQuery(query: string): void {
    const search = store.getState().search ?? noSearch;
    if (query === '' && !search.choosing) {
      leave();
      return;
    }
    store.setState({ search: { ...search, query } });
    askSoon(searchPause);
  }

  /** Narrows the search, or widens it again. */
  function choose(changes: Partial<SearchChoice>): void {
    const search = store.getState().search ?? noSearch;
    store.setState({ search: { ...search, choosing: true, choice: { ...search.choice, ...changes } } });
    askSoon(0);
  }

  /** Shows the filters, or takes them all away again. */
  function showFilters(choosing: boolean): void {
    const search = store.getState().search ?? noSearch;
    if (!choosing && search.query === '') {
      leave();
      return;
    }
    store.setState({ search: { ...search, choosing, choice: choosing ? search.choice : anything } });
    askSoon(0);
  }

  function leave(): void {
    cancel();
    store.setState({ search: null });
  }

  async function ask(): Promise<void> {
    const asked = store.getState().search;
    if (!asked) return;
    const answer = await call('search.query', { ...inputFor(asked, now()), asker });
    const present = store.getState().search;
    if (present?.query !== asked.query || present.choice !== asked.choice) return;
    // Questions may overtake each other on their way: then this, the newest, was taken for an old one.
    if (answer.ok && answer.value.superseded) return askSoon(searchPause);
    const answered = asked.query.trim();
    if (!answer.ok) return change(() => ({ ...resultsOf(noSearch), answered, failure: answer.error }));
    const { conversations, messages, nextBefore, index } = answer.value;
    change(() => ({ conversations, messages, nextBefore, index, answered, failure: null, loadingMore: false }));
    if (index.state === 'building') cancel = after(askAgainAfter, () => void ask());
  }

  /** Adds the next page of older messages. */
  async function loadMore(): Promise<void> {
    const asked = store.getState().search;
    if (!asked || asked.nextBefore === null || asked.loadingMore || asked.answered !== asked.query.trim()) return;
    change(() => ({ loadingMore: true }));
    const { nextBefore: before } = asked;
    const answer = await call('search.query', { ...inputFor(asked, now()), before });
    const present = store.getState().search;
    if (present?.nextBefore !== before || present.query !== asked.query || present.choice !== asked.choice) return;
    if (!answer.ok) return change(() => ({ loadingMore: false, nextBefore: null, failure: answer.error }));
    const { messages, nextBefore } = answer.value;
    change((search) => ({ messages: [...search.messages, ...messages], nextBefore, loadingMore: false }));
  }

  /** Conversations by name, number and line, from all there are; none when they cannot be asked for. */
  async function findConversations(query: string): Promise<readonly Conversation[]> {
    const answer = await call('search.query', { query: query.slice(0, 200), limit: 20, asker: `${asker} conversations` });
    return answer.ok ? answer.value.conversations : [];
  }

  return { setQuery, choose, showFilters, leave, loadMore, findConversations, retry: () => askSoon(0) };
}

function resultsOf({ conversations, messages, nextBefore, loadingMore }: SearchState) {
  return { conversations, messages, nextBefore, loadingMore };
}

function inputFor({ query, choice }: SearchState, now: Date): MethodInput<'search.query'> {
  const { lineId, direction, time, hasMedia } = choice;
  return {
    query: query.trim().slice(0, 200),
    ...(lineId !== null && { lineId }),
    ...(direction !== null && { direction }),
    ...(time !== null && momentsOf(time, now)),
    ...(hasMedia && { hasMedia }),
  };
}

/** The moments a time begins and ends, by this computer's calendar; both days of a range are in it. */
export function momentsOf(time: SearchTime, now: Date): { from?: string; to?: string } {
  if (time.kind === 'days') {
    return { from: new Date(now.getFullYear(), now.getMonth(), now.getDate() - time.days + 1).toISOString() };
  }
  const from = startOfDay(time.from, 0);
  const to = startOfDay(time.to, 1);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function startOfDay(day: string, plus: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? undefined : new Date(Number(year), Number(month) - 1, Number(date) + plus).toISOString();
}
