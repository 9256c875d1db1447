import type { Conversation } from '../../src/domain/conversation.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { useConversationItems } from '../conversations/useConversationItems.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Avatar, LineDot } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import styles from './ThreadHeader.module.css';

export function ThreadHeader({ conversation }: { readonly conversation: Conversation }) {
  const { navigation, conversations } = useActions();
  const { id, lineId, peer, muted, archived } = conversation;
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const line = useWindow((state) => state.lines.find((candidate) => candidate.id === lineId));
  const items = useConversationItems(conversation);
  return (
    <header className={styles.header}>
      <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
      <Avatar peer={peer} color={color} size="small" />
      <div className={styles.words}>
        <h1 className={styles.name}>
          <bdi>{formatAddress(peer)}</bdi>
          {muted && (
            <span className={styles.mark}>
              <Icon name="mute" size={14} />
              <span className="visually-hidden">{texts.conversations.muted}</span>
            </span>
          )}
        </h1>
        {line && (
          <p className={styles.line}>
            <LineDot color={color} />
            <span className={styles.lineText}>
              {line.label} <bdi className={styles.number}>{formatAddress(line.number)}</bdi>
            </span>
          </p>
        )}
      </div>
      <IconButton
        icon={archived ? 'inbox' : 'archive'}
        label={archived ? texts.conversations.unarchive : texts.conversations.archive}
        onClick={() => void conversations.setArchived(id, !archived)}
      />
      <MenuButton label={texts.conversations.actions} items={items} />
    </header>
  );
}
