import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { type Lane, laneKey } from '../state/model.ts';
import { activeLines, conversationsIn, openedConversationId } from '../state/select.ts';
import { texts } from '../texts.ts';
import { PointMenu } from '../ui/Menu.tsx';
import { useRovingRows } from '../ui/useRovingRows.ts';
import styles from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import { EmptyLane } from './EmptyLane.tsx';
import { useConversationItems } from './useConversationItems.ts';

const rowHeight = 70;

export function ConversationList({ lane }: { readonly lane: Lane }) {
  const listed = useListed(lane);
  const lines = useWindow((state) => state.lines);
  const loading = useWindow((state) => state.lanes[laneKey(lane)]?.loading ?? true);
  if (listed.length === 0) return loading ? <p className={styles.loading}>{texts.loading}</p> : <EmptyLane lane={lane} />;
  return <Rows lane={lane} listed={listed} named={lane.kind !== 'line' && activeLines(lines).length > 1} />;
}

function useListed(lane: Lane): readonly Conversation[] {
  const conversations = useWindow((state) => state.conversations);
  const lanes = useWindow((state) => state.lanes);
  return useMemo(() => conversationsIn({ conversations, lanes }, lane), [conversations, lanes, lane]);
}

/** `named`: each row says which line it is on. */
function Rows({ lane, listed, named }: { readonly lane: Lane; readonly listed: readonly Conversation[]; readonly named: boolean }) {
  const { navigation, conversations } = useActions();
  const openedId = useWindow(openedConversationId);
  const scroller = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Conversation | undefined>(undefined);
  const items = useConversationItems(pointed);
  const opened = listed.findIndex(({ id }) => id === openedId);
  const roving = useRovingRows({
    keys: { keyAt: (index) => listed[index]?.id, indexOf: (key) => listed.findIndex(({ id }) => id === key) },
    count: listed.length,
    home: opened,
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  });
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => listed[index]?.id ?? index,
    rangeExtractor: roving.rangeExtractor,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 8,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= listed.length - 10) void conversations.loadMore(lane);
  }, [conversations, lane, lastShown, listed.length]);
  // Alt+arrows may open a conversation that is out of view.
  const scrollTo = virtual.scrollToIndex;
  useEffect(() => {
    if (opened >= 0) scrollTo(opened);
  }, [opened, scrollTo]);

  const point = (target: Element) => {
    const id = target.closest('[data-conversation]')?.getAttribute('data-conversation');
    setPointed(listed.find((conversation) => conversation.id === id));
  };
  return (
    <PointMenu items={items} onOpen={point}>
      <div ref={scroller} className={styles.scroller}>
        <ul
          className={styles.list}
          aria-label={texts.conversations.list}
          onKeyDown={roving.onKeyDown}
          style={{ height: virtual.getTotalSize() }}
        >
          {rows.map(({ index, start }) => {
            const conversation = listed[index];
            return (
              conversation && (
                <ConversationRow
                  key={conversation.id}
                  conversation={conversation}
                  selected={conversation.id === openedId}
                  named={named}
                  position={index + 1}
                  total={listed.length}
                  top={start}
                  onOpen={() => void navigation.openConversation(conversation.id)}
                  roving={roving.rowProps(index)}
                />
              )
            );
          })}
        </ul>
      </div>
    </PointMenu>
  );
}
