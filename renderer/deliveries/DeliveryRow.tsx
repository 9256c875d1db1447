import { memo } from 'react';
import type { DeliverySummary } from '../../src/domain/delivery.ts';
import { clock, listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import type { RovingRows } from '../ui/useRovingRows.ts';
import styles from './DeliveryList.module.css';
import { sentenceOf, sizeOf } from './sentences.ts';
import { VerdictLabel } from './VerdictLabel.tsx';
import { words } from './words.ts';

type DeliveryRowProps = {
  readonly delivery: DeliverySummary;
  readonly selected: boolean;
  readonly position: { readonly index: number; readonly total: number };
  readonly top: number;
  readonly onOpen: (id: string) => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

export const DeliveryRow = memo(function DeliveryRow({ delivery, selected, position, top, onOpen, roving }: DeliveryRowProps) {
  const { lineId, verdict, receivedAt, status, origin } = delivery;
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId)?.label ?? texts.lanes.removedLine);
  const now = useNow();
  const day = listTime(receivedAt, now);
  const time = clock(receivedAt);
  return (
    <li className={styles.slot} style={{ top }} aria-posinset={position.index + 1} aria-setsize={position.total}>
      <button
        type="button"
        {...roving}
        className={styles.row}
        aria-current={selected ? 'true' : undefined}
        onClick={() => onOpen(delivery.id)}
      >
        <VerdictLabel verdict={verdict} />
        <span className={styles.words}>
          <span className={styles.reason}>{sentenceOf(delivery)}</span>
          <span className={styles.facts}>
            <LineDot color={color} />
            <span className={styles.line}>{line}</span>
            <span>{words.answered(status)}</span>
            {origin === 'lab' && <span className={styles.lab}>{words.lab}</span>}
            <span className={styles.size}>{sizeOf(delivery)}</span>
          </span>
        </span>
        <time className={styles.time} dateTime={receivedAt}>
          {day === time ? time : `${day} ${time}`}
        </time>
      </button>
    </li>
  );
}, isSame);

/** Keyboard wiring and callbacks are made anew at each rendering and mean the same as long as the Tab stop did not move. */
function isSame(before: DeliveryRowProps, after: DeliveryRowProps): boolean {
  return (
    before.delivery === after.delivery &&
    before.selected === after.selected &&
    before.top === after.top &&
    before.roving.tabIndex === after.roving.tabIndex &&
    before.position.index === after.position.index &&
    before.position.total === after.position.total
  );
}
