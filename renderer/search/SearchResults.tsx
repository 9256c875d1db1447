import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { searchTerms } from '../../src/domain/search-query.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { isAsking, isNarrowed, noSearch, type SearchState } from '../state/search-model.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ConversationHit, MessageHit } from './Hit.tsx';
import { IndexNote } from './IndexNote.tsx';
import { focusSearchField, hitAfter } from './results-focus.ts';
import styles from './SearchResults.module.css';

/** What a search found, or why there is nothing to be seen. */
export function SearchResults() {
  const found = useWindow((state) => state.search) ?? noSearch;
  if (!isAsking(found)) return <p className={styles.note}>{texts.search.hint}</p>;
  if (found.failure) return <Failed message={found.failure.message} />;
  if (found.answered === null) return <p className={styles.note}>{texts.search.searching}</p>;
  const empty = found.conversations.length + found.messages.length === 0;
  if (empty && found.nextBefore === null && found.index.state !== 'building') return <Nothing found={found} query={found.answered} />;
  return <Found found={found} query={found.answered} />;
}

function Failed({ message }: { readonly message: string }) {
  const { search } = useActions();
  return (
    <EmptyState icon="alert" title={message}>
      <Button icon="retry" onClick={search.retry}>
        {texts.tryAgain}
      </Button>
    </EmptyState>
  );
}

function Nothing({ found, query }: { readonly found: SearchState; readonly query: string }) {
  const { search } = useActions();
  const narrowed = isNarrowed(found.choice);
  return (
    <>
      <IndexNote index={found.index} />
      <EmptyState
        icon="search"
        title={query === '' ? texts.search.nothingFits : texts.empty.noMatch(query)}
        text={narrowed ? texts.search.narrowed : texts.empty.noMatchText}
      >
        {narrowed && query !== '' && (
          <Button tone="primary" onClick={() => search.showFilters(false)}>
            {texts.search.clearFilters}
          </Button>
        )}
        <Button icon="back" onClick={search.leave}>
          {texts.empty.clearSearch}
        </Button>
      </EmptyState>
    </>
  );
}

function Found({ found, query }: { readonly found: SearchState; readonly query: string }) {
  const { conversations, messages, nextBefore } = found;
  const terms = useMemo(() => searchTerms(query), [query]);
  const list = useRef<HTMLDivElement>(null);
  const count = conversations.length + messages.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const from = event.target instanceof HTMLElement ? hits.indexOf(event.target) : -1;
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = hitAfter(event.key, hits, from);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === 'field') focusSearchField();
    else next.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside.
    <div ref={list} className={styles.results} onKeyDown={onKeyDown}>
      <p className="visually-hidden" role="status">
        {nextBefore === null ? texts.search.results(count) : texts.search.resultsAndMore(count)}
      </p>
      <IndexNote index={found.index} />
      {conversations.length > 0 && <h2 className={styles.heading}>{texts.search.conversations}</h2>}
      <ul>
        {conversations.map((conversation) => (
          <ConversationHit key={conversation.id} conversation={conversation} terms={terms} />
        ))}
      </ul>
      {messages.length > 0 && <h2 className={styles.heading}>{texts.search.messages}</h2>}
      <ul>
        {messages.map((message) => (
          <MessageHit key={message.id} message={message} />
        ))}
      </ul>
      {nextBefore !== null && <More key={nextBefore} />}
    </div>
  );
}

/** Older results are asked for when the end of the list comes into view. */
function More() {
  const { search } = useActions();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void search.loadMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [search]);
  return (
    <div ref={end} className={styles.more}>
      <Spinner label={texts.search.searchingOlder} />
    </div>
  );
}
