import type { SearchHit } from '../../src/contract/methods/search.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useName } from '../contacts/name.ts';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import type { SearchState } from '../state/model.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { excerpt } from './highlight.ts';
import { Marked } from './Marked.tsx';
import { previewOf } from './preview.ts';
import styles from './SearchResults.module.css';

export function SearchResults() {
  const { search } = useActions();
  const found = useWindow((state) => state.search);
  if (!found || found.answered === null) return <p className={styles.note}>{texts.search.searching}</p>;
  if (found.failure) return <EmptyState icon="alert" title={found.failure.message} />;
  if (found.conversations.length + found.messages.length === 0) {
    return (
      <EmptyState icon="search" title={texts.empty.noMatch(found.answered)} text={texts.empty.noMatchText}>
        <Button icon="back" onClick={() => search.setQuery('')}>
          {texts.empty.clearSearch}
        </Button>
      </EmptyState>
    );
  }
  return <Found found={found} query={found.answered} />;
}

function Found({ found, query }: { readonly found: SearchState; readonly query: string }) {
  const { navigation } = useActions();
  return (
    <div className={styles.results}>
      <p className="visually-hidden" role="status">
        {texts.search.results(found.conversations.length + found.messages.length)}
      </p>
      {found.conversations.length > 0 && <h2 className={styles.heading}>{texts.search.conversations}</h2>}
      <ul>
        {found.conversations.map((conversation) => (
          <Result
            key={conversation.id}
            item={conversation}
            at={conversation.lastMessage?.at}
            text={previewOf(conversation, undefined).text}
            query={query}
            onOpen={() => void navigation.openConversation(conversation.id)}
          />
        ))}
      </ul>
      {found.messages.length > 0 && <h2 className={styles.heading}>{texts.search.messages}</h2>}
      <ul>
        {found.messages.map((message) => (
          <Result
            key={message.id}
            item={message}
            at={message.at}
            text={excerpt(message.body, query, 90)}
            query={query}
            onOpen={() => void navigation.openConversation(message.conversationId, message.id)}
          />
        ))}
      </ul>
      {!found.complete && <p className={styles.note}>{texts.search.incomplete}</p>}
    </div>
  );
}

type ResultProps = {
  readonly item: Conversation | SearchHit;
  readonly at: string | undefined;
  readonly text: string;
  readonly query: string;
  readonly onOpen: () => void;
};

function Result({ item, at, text, query, onOpen }: ResultProps) {
  const name = useName(item.peer);
  const now = useNow();
  return (
    <li>
      <button type="button" className={styles.result} onClick={onOpen}>
        <PeerAvatar peer={item.peer} size="small" />
        <span className={styles.words}>
          <span className={styles.top}>
            <bdi className={styles.name}>
              <Marked text={name} query={query} />
            </bdi>
            {at && (
              <time className={styles.time} dateTime={at}>
                {listTime(at, now)}
              </time>
            )}
          </span>
          <bdi className={styles.text}>
            <Marked text={text} query={query} />
          </bdi>
        </span>
      </button>
    </li>
  );
}
