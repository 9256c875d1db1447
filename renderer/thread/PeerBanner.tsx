import type { Conversation } from '../../src/domain/conversation.ts';
import { isUnknownSender } from '../../src/domain/lane.ts';
import { useName } from '../contacts/name.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { laneContext } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './PeerBanner.module.css';

const { manage } = texts;

/** Above a thread: that one does not know them, or that they are blocked, and what to do about it. */
export function PeerBanner({ conversation }: { readonly conversation: Conversation }) {
  const { conversations, navigation } = useActions();
  const unknown = useWindow((state) => isUnknownSender(conversation, laneContext(state, Date.now())));
  const name = useName(conversation.peer);
  const { id, peer, blocked } = conversation;
  if (blocked) {
    return (
      <div className={styles.banner} data-tone="bad">
        <Icon name="slash" size={16} />
        <p className={styles.text}>{manage.blockedBanner}</p>
        <Button size="small" onClick={() => void conversations.block([id], false)}>
          {manage.unblock}
        </Button>
      </div>
    );
  }
  if (!unknown) return null;
  return (
    <div className={styles.banner}>
      <Icon name="stranger" size={16} />
      <p className={styles.text}>{manage.unknownBanner(name)}</p>
      <span className={styles.buttons}>
        <Button size="small" onClick={() => navigation.goTo({ name: 'contacts', shows: { kind: 'new', address: peer } })}>
          {manage.addContact}
        </Button>
        <Button size="small" onClick={() => void conversations.accept([id])}>
          {manage.accept}
        </Button>
        <Button size="small" onClick={() => conversations.ask({ about: 'block', ids: [id] })}>
          {manage.block}
        </Button>
      </span>
    </div>
  );
}
