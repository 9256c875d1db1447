import type { Conversation } from '../../src/domain/conversation.ts';
import type { Actions } from '../state/actions.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import type { MenuItem } from '../ui/Menu.tsx';

const words = texts.conversations;
const { manage } = texts;

/** What can be done with a conversation from its row and from its thread. */
export function useConversationItems(conversation: Conversation | undefined): readonly MenuItem[] {
  return useItemsFor(conversation ? [conversation] : []);
}

/** What can be done with some conversations at once. What only some of them are, all of them become. */
export function useItemsFor(chosen: readonly Conversation[]): readonly MenuItem[] {
  const { conversations, navigation } = useActions();
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const stranger = useWindow((state) => only !== undefined && !state.contactsByAddress.has(only.peer));
  if (chosen.length === 0) return [];
  const items = itemsFor(chosen, conversations);
  if (!stranger || only === undefined) return items;
  const addContact = () => navigation.goTo({ name: 'contacts', shows: { kind: 'new', address: only.peer } });
  return [{ label: manage.addContact, icon: 'person', run: addContact }, ...items.map(separatedFirst)];
}

function separatedFirst(item: MenuItem, index: number): MenuItem {
  return index === 0 ? { ...item, separated: true } : item;
}

/** In the order of the menu; the bar above the list shows the same. */
export function itemsFor(chosen: readonly Conversation[], conversations: Actions['conversations']): readonly MenuItem[] {
  const ids = chosen.map(({ id }) => id);
  const all = (is: (conversation: Conversation) => boolean): boolean => chosen.every(is);
  const pinned = all((each) => each.pinned);
  const muted = all((each) => each.muted);
  const archived = all((each) => each.archived);
  const blocked = all((each) => each.blocked);
  const anyUnread = chosen.some(({ unread }) => unread > 0);
  return [
    { label: pinned ? words.unpin : words.pin, icon: 'pin', run: () => void conversations.pin(ids, !pinned) },
    { label: muted ? words.unmute : words.mute, icon: muted ? 'bell' : 'mute', run: () => void conversations.mute(ids, !muted) },
    // One at a time: each has its own.
    ...(chosen.length === 1
      ? [{ label: texts.notices.conversation, icon: 'bell' as const, run: () => conversations.ask({ about: 'notices', ids }) }]
      : []),
    {
      label: anyUnread ? words.markRead : words.markUnread,
      icon: anyUnread ? 'check' : 'unread',
      run: () => void conversations.setRead(ids, anyUnread),
    },
    { label: manage.tag, icon: 'tag', run: () => conversations.ask({ about: 'tags', ids }) },
    {
      label: archived ? words.unarchive : words.archive,
      icon: archived ? 'inbox' : 'archive',
      run: () => void conversations.archive(ids, !archived),
      separated: true,
    },
    blocked
      ? { label: manage.unblock, icon: 'check', run: () => void conversations.block(ids, false) }
      : { label: manage.block, icon: 'slash', run: () => conversations.ask({ about: 'block', ids }), bad: true },
  ];
}
