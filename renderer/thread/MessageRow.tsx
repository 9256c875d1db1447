import { memo } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { clock, dayLabel } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { saidOf } from '../media/words.ts';
import { texts } from '../texts.ts';
import type { RovingRows } from '../ui/useRovingRows.ts';
import { Bubble } from './Bubble.tsx';
import type { Placement } from './grouping.ts';
import styles from './MessageRow.module.css';
import { MessageState } from './MessageState.tsx';

type MessageRowProps = {
  readonly message: Message;
  readonly placement: Placement;
  readonly position: { readonly index: number; readonly total: number };
  /** It was searched for: it is marked for a moment. */
  readonly revealed: boolean;
  readonly measure: (element: Element | null) => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

/** A message with what stands above it (its day, the unread divider) and below it (time and state). */
export const MessageRow = memo(function MessageRow({ message, placement, position, revealed, measure, roving }: MessageRowProps) {
  return (
    <div ref={measure} className={styles.row} data-index={position.index}>
      {placement.startsDay && <Day at={message.at} />}
      {placement.startsUnread && (
        <p className={styles.unread}>
          <span>{texts.thread.unreadFrom}</span>
        </p>
      )}
      <article
        {...roving}
        className={styles.message}
        data-message={message.id}
        data-direction={message.direction}
        data-starts={placement.startsRun ? '' : undefined}
        data-ends={placement.endsRun ? '' : undefined}
        data-revealed={revealed ? '' : undefined}
        aria-label={nameOf(message)}
        aria-posinset={position.total < 0 ? undefined : position.index + 1}
        aria-setsize={position.total}
      >
        <Bubble message={message} />
        {placement.endsRun && <MessageState message={message} />}
      </article>
    </div>
  );
}, isSame);

/** Keyboard wiring is made anew at each rendering and means the same as long as the Tab stop did not move. */
function isSame(before: MessageRowProps, after: MessageRowProps): boolean {
  return (
    before.message === after.message &&
    before.revealed === after.revealed &&
    before.measure === after.measure &&
    before.roving.tabIndex === after.roving.tabIndex &&
    before.position.index === after.position.index &&
    before.position.total === after.position.total &&
    before.placement.startsDay === after.placement.startsDay &&
    before.placement.startsRun === after.placement.startsRun &&
    before.placement.endsRun === after.placement.endsRun &&
    before.placement.startsUnread === after.placement.startsUnread
  );
}

function Day({ at }: { readonly at: string }) {
  const now = useNow();
  return (
    <p className={styles.day}>
      <time dateTime={at}>{dayLabel(at, now)}</time>
    </p>
  );
}

/** `Received 14:02: See you there` */
function nameOf({ direction, at, providerAt, status, body, recovered, media = [] }: Message): string {
  const received = recovered ? `${texts.reception.recovered}, ${clock(providerAt ?? at)}` : texts.thread.received(clock(at));
  const head = direction === 'inbound' ? received : texts.thread.sentBy(clock(at), texts.thread.statuses[status]);
  const text = body.length > 160 ? `${body.slice(0, 160)}…` : body;
  return `${head}: ${[text, saidOf(media)].filter((part) => part !== '').join(', ')}`;
}
