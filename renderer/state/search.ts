/**
 * Searching as one types.
 * @module
 */
import type { ActionContext } from './context.ts';
import type { SearchState } from './model.ts';

/** How long after the last key the core is asked, in milliseconds. */
const searchPause = 160;

const unanswered: Omit<SearchState, 'query'> = { answered: null, conversations: [], messages: [], complete: true, failure: null };

export function createSearch({ store, call, after }: Pick<ActionContext, 'store' | 'call' | 'after'>) {
  let cancel = (): void => undefined;

  /** Sets what is searched for; an empty text leaves the search. Earlier results stay until there are new ones. */
  function setQuery(query: string): void {
    cancel();
    if (query === '') {
      store.setState({ search: null });
      return;
    }
    store.setState(({ search }) => ({ search: { ...(search ?? unanswered), query } }));
    if (query.trim() !== '') cancel = after(searchPause, () => void ask(query));
  }

  async function ask(query: string): Promise<void> {
    const answer = await call('search.query', { query: query.trim().slice(0, 200) });
    const present = store.getState().search;
    if (present?.query !== query) return;
    const results = answer.ok ? { ...answer.value, failure: null } : { ...unanswered, failure: answer.error };
    store.setState({ search: { ...results, query, answered: query.trim() } });
  }

  return { setQuery };
}
