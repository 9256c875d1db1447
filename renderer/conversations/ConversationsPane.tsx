import { useEffect } from 'react';
import { pane } from '../keyboard/panes.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import { type Lane, laneKey } from '../state/model.ts';
import { conversationsIn } from '../state/select.ts';
import { texts } from '../texts.ts';
import { ConversationList } from './ConversationList.tsx';
import styles from './ConversationsPane.module.css';
import { LaneHead } from './LaneHead.tsx';
import { LaneNote } from './LaneNote.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/** The second pane: what is in a lane, or what a search found. */
export function ConversationsPane({ lane }: { readonly lane: Lane }) {
  const { conversations, selection } = useActions();
  const now = useStateNow();
  const searching = useWindow((state) => state.search !== null);
  const choosing = useWindow((state) => state.selection.ids.size > 0);
  const live = useWindow((state) => state.connection === 'live');
  const known = useWindow((state) => state.lanes[laneKey(lane)] !== undefined);
  useEffect(() => {
    if (live && !known) void conversations.loadLane(lane);
  }, [conversations, lane, live, known]);
  const all = () => selection.all(conversationsIn(now(), lane, Date.now()).map(({ id }) => id));
  return (
    <section className={styles.pane} {...pane('list')} aria-label={texts.conversations.list}>
      {choosing && !searching ? (
        <SelectionBar onAll={all} />
      ) : (
        <>
          <LaneHead lane={lane} />
          <SearchBox />
        </>
      )}
      {searching ? (
        <SearchResults />
      ) : (
        <>
          <LaneNote lane={lane} />
          <ConversationList lane={lane} />
        </>
      )}
    </section>
  );
}
