import { useEffect } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { type Lane, laneKey } from '../state/model.ts';
import { sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { ConversationList } from './ConversationList.tsx';
import styles from './ConversationsPane.module.css';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';

/** The second pane: what is in a lane, or what a search found. */
export function ConversationsPane({ lane }: { readonly lane: Lane }) {
  const { navigation, conversations } = useActions();
  const title = useLaneTitle(lane);
  const searching = useWindow((state) => state.search !== null);
  const canSend = useWindow((state) => sendingLines(state.lines).length > 0);
  const live = useWindow((state) => state.connection === 'live');
  const known = useWindow((state) => state.lanes[laneKey(lane)] !== undefined);
  useEffect(() => {
    if (live && !known) void conversations.loadLane(lane);
  }, [conversations, lane, live, known]);
  return (
    <section className={styles.pane} {...pane('list')} aria-label={texts.conversations.list}>
      <header className={styles.head}>
        <IconButton className={styles.lanes} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
        <h1 className={styles.title}>{title}</h1>
        {lane.kind === 'line' && (
          <IconButton
            icon="settings"
            label={texts.lanes.lineSettings(title)}
            onClick={() => navigation.goTo({ name: 'line', lineId: lane.lineId })}
          />
        )}
        {canSend && <IconButton icon="compose" label={texts.conversations.newConversation} onClick={navigation.compose} />}
      </header>
      <SearchBox />
      {searching ? <SearchResults /> : <ConversationList lane={lane} />}
    </section>
  );
}

function useLaneTitle(lane: Lane): string {
  const label = useWindow(({ lines }) => (lane.kind === 'line' ? lines.find((line) => line.id === lane.lineId)?.label : undefined));
  if (lane.kind === 'line') return label ?? texts.lanes.removedLine;
  return lane.kind === 'archived' ? texts.lanes.archived : texts.lanes.inbox;
}
