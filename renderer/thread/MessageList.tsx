import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Message } from '../../src/domain/message.ts';
import { pane } from '../keyboard/panes.ts';
import { ThreadViewer } from '../media/ThreadViewer.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import type { Thread } from '../state/model.ts';
import { texts } from '../texts.ts';
import { PointMenu } from '../ui/Menu.tsx';
import { useTextScale } from '../ui/text-scale.ts';
import { useRovingRows } from '../ui/useRovingRows.ts';
import { createEstimator } from './estimate.ts';
import { firstUnread, placementAt } from './grouping.ts';
import styles from './MessageList.module.css';
import { MessageRow } from './MessageRow.tsx';
import { NewerButton } from './NewerButton.tsx';
import { useInspector } from './useInspector.ts';
import { useKeptAtEnd } from './useKeptAtEnd.ts';
import { useMessageItems } from './useMessageItems.ts';
import { useReading } from './useReading.ts';
import { useReveal } from './useReveal.ts';

/** How near its end a thread counts as read to the end, in pixels. */
const nearEnd = 80;
/** Older messages are asked for when so few are left above, so that one rarely waits for them. */
const loadAhead = 25;

/** The messages of a thread: only those in view are in the page, whatever its length. */
export function MessageList({ conversation, thread }: { readonly conversation: Conversation; readonly thread: Thread }) {
  const { threads } = useActions();
  const { id } = conversation;
  const messages = useShown(thread.items);
  const scroller = useRef<HTMLDivElement>(null);
  const [estimate] = useState(createEstimator);
  const scale = useTextScale();
  const unreadId = useMemo(() => firstUnread(messages, thread.readUpTo)?.id, [messages, thread.readUpTo]);
  const roving = useRovingRows({
    keys: { keyAt: (index) => messages[index]?.id, indexOf: (key) => indexOfMessage(messages, key) },
    count: messages.length,
    home: messages.length - 1,
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  });
  const virtual = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => messages[index]?.id ?? index,
    estimateSize: (index) => {
      const message = messages[index];
      const width = (scroller.current?.clientWidth ?? 700) / scale;
      return scale * (message ? estimate(message, () => placementAt(messages, index, unreadId), width) : 60);
    },
    rangeExtractor: roving.rangeExtractor,
    overscan: 8,
    paddingStart: 20,
    paddingEnd: 14,
    scrollPaddingStart: 24,
    // Older pages are put in front and new messages behind without moving what is being read.
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: nearEnd,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });
  const rows = virtual.getVirtualItems();
  const firstShown = rows[0]?.index ?? 0;
  const atEnd = virtual.isAtEnd(nearEnd);

  const [pointed, setPointed] = useState<Message | undefined>(undefined);
  const items = useMessageItems(pointed);
  const point = (target: Element) => {
    const pointedId = target.closest('[data-message]')?.getAttribute('data-message');
    setPointed(messages.find((message) => message.id === pointedId));
  };

  useReveal({ conversationId: id, thread, messages, unreadId, virtual });
  useReading(conversation, atEnd);
  useKeptAtEnd(scroller, nearEnd);
  useInspector(messages);
  useEffect(() => {
    if (firstShown <= loadAhead && thread.nextBefore !== null) void threads.loadOlder(id);
  }, [threads, id, firstShown, thread.nextBefore]);

  return (
    <div className={styles.frame} {...pane('thread')}>
      <PointMenu items={items} onOpen={point}>
        <div ref={scroller} className={styles.scroller}>
          <div
            ref={virtual.containerRef}
            className={styles.column}
            role="feed"
            onKeyDown={roving.onKeyDown}
            aria-label={texts.thread.messages}
            aria-busy={thread.loadingOlder}
          >
            {rows.map(({ index }) => {
              const message = messages[index];
              return (
                message && (
                  <MessageRow
                    key={message.id}
                    message={message}
                    placement={placementAt(messages, index, unreadId)}
                    position={{ index, total: thread.nextBefore === null ? messages.length : -1 }}
                    revealed={thread.reveal === message.id}
                    measure={virtual.measureElement}
                    roving={roving.rowProps(index)}
                  />
                )
              );
            })}
          </div>
        </div>
      </PointMenu>
      {thread.loadingOlder && firstShown <= 2 && <p className={styles.older}>{texts.thread.loadingOlder}</p>}
      <ThreadViewer messages={messages} />
      {!atEnd && <NewerButton messages={messages} onJump={() => virtual.scrollToEnd()} />}
    </div>
  );
}

/** Without the messages whose removal can still be undone. */
function useShown(items: readonly Message[]): readonly Message[] {
  const hidden = useWindow((state) => state.hiddenMessages);
  return useMemo(() => (hidden.size === 0 ? items : items.filter(({ id }) => !hidden.has(id))), [items, hidden]);
}

/** From the end: what one looks at is nearly always there. */
function indexOfMessage(messages: readonly Message[], id: string): number {
  return messages.findLastIndex((message) => message.id === id);
}
