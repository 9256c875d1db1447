import { reasonTexts } from '../../src/contract/reasons.ts';
import type { DeliverySummary } from '../../src/domain/delivery.ts';
import { formatBytes } from '../format/size.ts';
import { clock, listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { pageTexts } from '../texts-pages.ts';
import { LineDot } from '../ui/Avatar.tsx';
import type { RovingRows } from '../ui/useRovingRows.ts';
import styles from './DeliveryList.module.css';
import { VerdictLabel } from './VerdictLabel.tsx';

type DeliveryRowProps = {
  readonly delivery: DeliverySummary;
  readonly selected: boolean;
  readonly position: { readonly index: number; readonly total: number };
  readonly top: number;
  readonly onOpen: () => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

export function DeliveryRow({ delivery, selected, position, top, onOpen, roving }: DeliveryRowProps) {
  const { lineId, verdict, receivedAt, status, bytes } = delivery;
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId)?.label ?? texts.lanes.removedLine);
  const now = useNow();
  const day = listTime(receivedAt, now);
  const time = clock(receivedAt);
  return (
    <div
      {...roving}
      tabIndex={roving.tabIndex}
      role="option"
      aria-selected={selected}
      aria-posinset={position.index + 1}
      aria-setsize={position.total}
      className={styles.row}
      style={{ top }}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <VerdictLabel verdict={verdict} />
      <div className={styles.words}>
        <p className={styles.reason}>{sentenceOf(delivery)}</p>
        <p className={styles.facts}>
          <LineDot color={color} />
          <span className={styles.line}>{line}</span>
          <span>{pageTexts.deliveries.answered(status)}</span>
          <span className={styles.size}>{formatBytes(bytes)}</span>
        </p>
      </div>
      <time className={styles.time} dateTime={receivedAt}>
        {day === time ? time : `${day} ${time}`}
      </time>
    </div>
  );
}

/** Why it got the verdict it got. */
export function sentenceOf({ verdict, reason }: Pick<DeliverySummary, 'verdict' | 'reason'>): string {
  if (reason) return reasonTexts[reason];
  return verdict === 'duplicate' ? pageTexts.deliveries.duplicate : pageTexts.deliveries.accepted;
}
