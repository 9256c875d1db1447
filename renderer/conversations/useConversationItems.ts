import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import type { MenuItem } from '../ui/Menu.tsx';

const words = texts.conversations;

/** What can be done with a conversation from its row and from its thread. */
export function useConversationItems(conversation: Conversation | undefined): readonly MenuItem[] {
  const { conversations } = useActions();
  if (!conversation) return [];
  const { id, pinned, muted, archived, unread } = conversation;
  return [
    { label: pinned ? words.unpin : words.pin, icon: 'pin', run: () => void conversations.update(id, { pinned: !pinned }) },
    {
      label: muted ? words.unmute : words.mute,
      icon: muted ? 'bell' : 'mute',
      run: () => void conversations.update(id, { muted: !muted }),
    },
    unread > 0
      ? { label: words.markRead, icon: 'check', run: () => void conversations.markRead(id) }
      : { label: words.markUnread, icon: 'unread', run: () => void conversations.markUnread(id) },
    {
      label: archived ? words.unarchive : words.archive,
      icon: archived ? 'inbox' : 'archive',
      run: () => void conversations.setArchived(id, !archived),
      separated: true,
    },
  ];
}
