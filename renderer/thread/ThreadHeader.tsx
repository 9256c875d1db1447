import type { Conversation } from '../../src/domain/conversation.ts';
import { ContactPopover } from '../contacts/ContactPopover.tsx';
import { LikenessMark } from '../contacts/LikenessMark.tsx';
import { useAddress, usePeer } from '../contacts/name.ts';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { whatItIs } from '../contacts/words.ts';
import { useConversationItems } from '../conversations/useConversationItems.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton, type MenuItem } from '../ui/Menu.tsx';
import styles from './ThreadHeader.module.css';
import { ThreadTags } from './ThreadTags.tsx';

export function ThreadHeader({ conversation }: { readonly conversation: Conversation }) {
  const { navigation, conversations } = useActions();
  const { id, lineId, peer, muted, archived, tags } = conversation;
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const line = useWindow((state) => state.lines.find((candidate) => candidate.id === lineId));
  const lineNumber = useAddress(line?.number ?? '');
  const who = usePeer(peer);
  const items = useConversationItems(conversation);
  const facts = whatItIs(who);
  const exporting: MenuItem = {
    label: texts.exchange.exportConversation,
    icon: 'download',
    run: () => navigation.goTo({ name: 'export', conversationId: id }),
  };
  return (
    <header className={styles.header}>
      <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
      <PeerAvatar peer={peer} size="small" />
      <div className={styles.words}>
        <h1 className={styles.name}>
          <bdi>{who.name}</bdi>
          <LikenessMark likeness={who.likeness} />
          {muted && (
            <span className={styles.mark}>
              <Icon name="mute" size={14} />
              <span className="visually-hidden">{texts.conversations.muted}</span>
            </span>
          )}
        </h1>
        {line && (
          <p className={styles.line}>
            {facts && <bdi className={styles.facts}>{facts}</bdi>}
            <LineDot color={color} />
            <span className={styles.lineText}>
              {line.label} <bdi className={styles.number}>{lineNumber}</bdi>
            </span>
          </p>
        )}
      </div>
      <ThreadTags id={id} tags={tags} />
      <ContactPopover peer={peer} who={who} />
      <IconButton
        icon={archived ? 'inbox' : 'archive'}
        label={archived ? texts.conversations.unarchive : texts.conversations.archive}
        onClick={() => void conversations.setArchived(id, !archived)}
      />
      <MenuButton label={texts.conversations.actions} items={[...items, exporting]} />
    </header>
  );
}
