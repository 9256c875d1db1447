import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { type Lane, laneKey } from '../state/model.ts';
import { activeLines, conversationsIn, countIn, openedConversationId } from '../state/select.ts';
import { texts } from '../texts.ts';
import { PointMenu } from '../ui/Menu.tsx';
import { useTextScale } from '../ui/text-scale.ts';
import { useRovingRows } from '../ui/useRovingRows.ts';
import styles from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow.tsx';
import { EmptyLane } from './EmptyLane.tsx';
import { rowHeight } from './row-height.ts';
import { useChoosing } from './useChoosing.ts';
import { useItemsFor } from './useConversationItems.ts';

export function ConversationList({ lane }: { readonly lane: Lane }) {
  const listed = useListed(lane);
  const lines = useWindow((state) => state.lines);
  const loading = useWindow((state) => state.lanes[laneKey(lane)]?.loading ?? true);
  useArrivals(lane, listed.length);
  if (listed.length === 0) return loading ? <p className={styles.loading}>{texts.loading}</p> : <EmptyLane lane={lane} />;
  return <Rows lane={lane} listed={listed} named={lane.kind !== 'line' && activeLines(lines).length > 1} />;
}

/** Time moves conversations from lane to lane: the half minutes of the clock, and whenever the core has counted anew. */
function useListed(lane: Lane): readonly Conversation[] {
  const minute = useNow();
  const parts = useWindow(({ conversations, lanes, settings, lines, contactsByAddress, laneCounts }) => ({
    conversations,
    lanes,
    settings,
    lines,
    contactsByAddress,
    laneCounts,
  }));
  return useMemo(() => conversationsIn(parts, lane, Math.max(Date.now(), minute.getTime())), [parts, lane, minute]);
}

/** The core knows of more than is listed: they were never loaded, and time, a tag or a contact brought them here. */
function useArrivals(lane: Lane, listed: number): void {
  const { conversations } = useActions();
  const counted = useWindow((state) => countIn(state, lane));
  const complete = useWindow((state) => state.lanes[laneKey(lane)]?.nextCursor === null);
  useEffect(() => {
    if (counted !== undefined && complete && counted > listed) void conversations.reloadLane(lane);
  }, [conversations, lane, counted, complete, listed]);
}

type RowsProps = {
  readonly lane: Lane;
  readonly listed: readonly Conversation[];
  /** Each row says which line it is on. */
  readonly named: boolean;
};

function Rows({ lane, listed, named }: RowsProps) {
  const { conversations } = useActions();
  const openedId = useWindow(openedConversationId);
  const selection = useWindow((state) => state.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<readonly Conversation[]>([]);
  const items = useItemsFor(pointed);
  const opened = listed.findIndex(({ id }) => id === openedId);
  const roving = useRovingRows({
    keys: { keyAt: (index) => listed[index]?.id, indexOf: (key) => listed.findIndex(({ id }) => id === key) },
    count: listed.length,
    home: opened,
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  });
  const choosing = useChoosing(listed, roving);
  const height = rowHeight(lane) * useTextScale();
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => listed[index]?.id ?? index,
    rangeExtractor: roving.rangeExtractor,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when they grow.
  useLayoutEffect(() => virtual.measure(), [height]);
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= listed.length - 10) void conversations.loadMore(lane);
  }, [conversations, lane, lastShown, listed.length]);
  // Alt+arrows may open a conversation that is out of view. It is not followed when others are put before it.
  const scrollTo = useEffectEvent(() => {
    const { range } = virtual;
    const isInView = range !== null && opened > range.startIndex && opened < range.endIndex;
    if (opened >= 0 && !isInView) virtual.scrollToIndex(opened);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another one was opened.
  useEffect(() => scrollTo(), [openedId]);

  /** The menu of one of the selected is the menu of all of them. */
  const point = (target: Element) => {
    const id = target.closest('[data-conversation]')?.getAttribute('data-conversation') ?? '';
    setPointed(listed.filter((each) => (selection.ids.has(id) ? selection.ids.has(each.id) : each.id === id)));
  };
  return (
    <PointMenu items={items} onOpen={point}>
      <div ref={scroller} className={styles.scroller} {...choosing.touch}>
        <ul
          className={styles.list}
          aria-label={texts.conversations.list}
          onKeyDown={choosing.onKeyDown}
          style={{ height: virtual.getTotalSize() }}
        >
          {rows.map(({ index, start }) => {
            const conversation = listed[index];
            return (
              conversation && (
                <ConversationRow
                  key={conversation.id}
                  conversation={conversation}
                  lane={lane}
                  opened={conversation.id === openedId}
                  chosen={selection.ids.size === 0 ? undefined : selection.ids.has(conversation.id)}
                  named={named}
                  position={index + 1}
                  total={listed.length}
                  top={start}
                  onPress={choosing.onPress}
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
