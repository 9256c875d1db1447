import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import type { Lane, WindowState } from '../state/model.ts';
import { conversationsIn, sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton, type MenuItem } from '../ui/Menu.tsx';
import styles from './ConversationsPane.module.css';
import { laneTitle } from './lane-words.ts';

const { manage } = texts;

/** The name of a lane, and what can be done with all of it. */
export function LaneHead({ lane }: { readonly lane: Lane }) {
  const { navigation } = useActions();
  const title = useWindow((state) => laneTitle(lane, state.lines));
  const canSend = useWindow((state) => sendingLines(state.lines).length > 0);
  const items = useLaneItems(lane);
  return (
    <header className={styles.head}>
      <IconButton className={styles.lanes} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
      <h1 className={styles.title}>
        <bdi>{title}</bdi>
      </h1>
      {lane.kind === 'line' && (
        <IconButton
          icon="settings"
          label={texts.lanes.lineSettings(title)}
          onClick={() => navigation.goTo({ name: 'line', lineId: lane.lineId })}
        />
      )}
      {items.length > 0 && <MenuButton label={texts.lanes.more} items={items} />}
      {canSend && <IconButton icon="compose" label={texts.conversations.newConversation} onClick={() => navigation.compose()} />}
    </header>
  );
}

function useLaneItems(lane: Lane): readonly MenuItem[] {
  const { conversations, selection } = useActions();
  const now = useStateNow();
  const anyUnread = useWindow((state) => mayHoldUnread(state, lane));
  const empty = useWindow((state) => state.conversations.size === 0);
  if (empty) return [];
  const chooseFirst = () => {
    const first = conversationsIn(now(), lane, Date.now())[0];
    if (first) selection.toggle(first.id);
  };
  return [
    ...(anyUnread ? [{ label: manage.markAllRead, icon: 'checks' as const, run: () => void conversations.markAllRead(lane) }] : []),
    { label: manage.select, icon: 'check', run: chooseFirst },
  ];
}

/** Where unread texts are not counted by lane, there may be some. */
function mayHoldUnread({ laneCounts: { unread } }: Pick<WindowState, 'laneCounts'>, lane: Lane): boolean {
  if (lane.kind === 'line') return (unread.lines[lane.lineId] ?? 0) > 0;
  return lane.kind === 'inbox' || lane.kind === 'unknown' || lane.kind === 'archived' ? unread[lane.kind] > 0 : true;
}
