import type { Conversation } from '../../src/domain/conversation.ts';
import type { Lane } from '../../src/domain/lane.ts';
import { CopyCodeButton } from '../codes/CopyCodeButton.tsx';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConversationRow.module.css';

const { manage } = texts;

type ExtrasProps = { readonly conversation: Conversation; readonly lane: Lane; readonly reachable: boolean };

/** What a lane offers in each of its rows. With Tab one reaches those of the row that was last in focus. */
export function RowExtras({ conversation, lane, reachable }: ExtrasProps) {
  const { conversations, navigation } = useActions();
  const { id, peer, lastMessage } = conversation;
  const addContact = () => navigation.goTo({ name: 'contacts', shows: { kind: 'new', address: peer } });
  const tabIndex = reachable ? 0 : -1;
  switch (lane.kind) {
    case 'codes':
      return lastMessage?.code === undefined ? null : (
        <span className={styles.copy}>
          <CopyCodeButton messageId={lastMessage.id} tabIndex={tabIndex} />
        </span>
      );
    case 'unknown':
      return (
        <span className={styles.extras}>
          <Button size="small" tabIndex={tabIndex} onClick={addContact}>
            {manage.addContactShort}
          </Button>
          <Button size="small" tabIndex={tabIndex} onClick={() => void conversations.accept([id])}>
            {manage.accept}
          </Button>
          <Button size="small" tabIndex={tabIndex} onClick={() => conversations.ask({ about: 'block', ids: [id] })}>
            {manage.block}
          </Button>
        </span>
      );
    case 'blocked':
      return (
        <span className={styles.extras}>
          <Button size="small" tabIndex={tabIndex} onClick={() => void conversations.block([id], false)}>
            {manage.unblock}
          </Button>
        </span>
      );
    default:
      return null;
  }
}
