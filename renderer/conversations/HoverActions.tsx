import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './ConversationRow.module.css';

const words = texts.conversations;

/** What one does most, under the mouse. By keyboard it is all in the row's menu. */
export function HoverActions({ conversation: { id, archived, unread, blocked } }: { readonly conversation: Conversation }) {
  const { conversations } = useActions();
  if (blocked) return null;
  return (
    <span className={styles.actions}>
      <IconButton
        icon={unread > 0 ? 'check' : 'unread'}
        label={unread > 0 ? words.markRead : words.markUnread}
        size="small"
        tabIndex={-1}
        onClick={() => void conversations.setRead([id], unread > 0)}
      />
      <IconButton
        icon={archived ? 'inbox' : 'archive'}
        label={archived ? words.unarchive : words.archive}
        size="small"
        tabIndex={-1}
        onClick={() => void conversations.archive([id], !archived)}
      />
    </span>
  );
}
