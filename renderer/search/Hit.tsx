import type { ReactNode } from 'react';
import type { SearchHit } from '../../src/contract/methods/search.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { excerptAround, type Mark, marksOf } from '../../src/domain/search-query.ts';
import { useAddress, useName } from '../contacts/name.ts';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { exactTime, listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Hit.module.css';
import { Marked } from './Marked.tsx';
import { hitMark } from './results-focus.ts';

/** How much of a text is shown, in UTF-16 units: about two rows. */
const excerptLength = 110;

/** A conversation whose name, number or line fits. */
export function ConversationHit({ conversation, terms }: { readonly conversation: Conversation; readonly terms: readonly string[] }) {
  const { navigation } = useActions();
  const { id, peer, lineId, lastMessage } = conversation;
  const name = useName(peer);
  const address = useAddress(peer);
  const line = useLineLabel(lineId);
  const below = [...(address === name ? [] : [address]), ...(line === undefined ? [] : [line])].join(' · ');
  return (
    <Hit peer={peer} name={name} nameMarks={marksOf(name, terms)} at={lastMessage?.at} onOpen={() => void navigation.openConversation(id)}>
      <Marked text={below} marks={marksOf(below, terms)} />
    </Hit>
  );
}

/** A message, with the words that were looked for. */
export function MessageHit({ message }: { readonly message: SearchHit }) {
  const { navigation } = useActions();
  const { id, conversationId, peer, body, marks, direction, hasMedia, at } = message;
  const name = useName(peer);
  const flat = body.replace(/\s/g, ' ');
  const { text, marks: inside } = excerptAround(flat, marks, excerptLength);
  return (
    <Hit peer={peer} name={name} nameMarks={[]} at={at} onOpen={() => void navigation.openConversation(conversationId, id)}>
      {direction === 'outbound' && <span className={styles.you}>{texts.search.you} </span>}
      {hasMedia && (
        <span className={styles.media}>
          <Icon name="attach" size={14} />
          <span className="visually-hidden">{texts.search.filters.hasMedia}</span>
        </span>
      )}
      <bdi>
        <Marked text={text} marks={inside} />
      </bdi>
    </Hit>
  );
}

type HitProps = {
  readonly peer: string;
  readonly name: string;
  readonly nameMarks: readonly Mark[];
  readonly at: string | undefined;
  readonly onOpen: () => void;
  readonly children: ReactNode;
};

function Hit({ peer, name, nameMarks, at, onOpen, children }: HitProps) {
  const now = useNow();
  return (
    <li className={styles.item}>
      <button type="button" className={styles.hit} onClick={onOpen} {...hitMark}>
        <PeerAvatar peer={peer} size="small" />
        <span className={styles.words}>
          <span className={styles.top}>
            <bdi className={styles.name}>
              <Marked text={name} marks={nameMarks} />
            </bdi>
            {at && (
              <time className={styles.time} dateTime={at} title={exactTime(at)}>
                {listTime(at, now)}
              </time>
            )}
          </span>
          <span className={styles.text}>{children}</span>
        </span>
      </button>
    </li>
  );
}

/** The name of the line, where there is more than one. */
function useLineLabel(lineId: string): string | undefined {
  return useWindow(({ lines }) => (activeLines(lines).length > 1 ? lines.find(({ id }) => id === lineId)?.label : undefined));
}
