import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { DeliverySummary } from '../../src/domain/delivery.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { useTextScale } from '../ui/text-scale.ts';
import { useRovingRows } from '../ui/useRovingRows.ts';
import styles from './DeliveryList.module.css';
import { DeliveryRow } from './DeliveryRow.tsx';
import { words } from './words.ts';

/** In pixels at the usual size; the same as in DeliveryList.module.css. */
const rowHeight = 62;

type DeliveryListProps = {
  readonly items: readonly DeliverySummary[];
  readonly openedId: string | null;
  readonly onOpen: (id: string) => void;
};

export function DeliveryList({ items, openedId, onOpen }: DeliveryListProps) {
  const { deliveries } = useActions();
  const nextBefore = useWindow((state) => state.deliveries.nextBefore);
  const scroller = useRef<HTMLDivElement>(null);
  const roving = useRovingRows({
    keys: { keyAt: (index) => items[index]?.id, indexOf: (key) => items.findIndex(({ id }) => id === key) },
    count: items.length,
    home: items.findIndex(({ id }) => id === openedId),
    scrollTo: (index) => {
      virtual.scrollToIndex(index);
    },
  });
  const height = rowHeight * useTextScale();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => items[index]?.id ?? index,
    rangeExtractor: roving.rangeExtractor,
    overscan: 8,
    paddingEnd: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when they grow.
  useLayoutEffect(() => virtual.measure(), [height]);
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (nextBefore !== null && lastShown >= items.length - 30) void deliveries.loadMore();
  }, [deliveries, lastShown, items.length, nextBefore]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.list} aria-label={words.list} onKeyDown={roving.onKeyDown} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const delivery = items[index];
          return (
            delivery && (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                selected={delivery.id === openedId}
                position={{ index, total: items.length }}
                top={start}
                onOpen={onOpen}
                roving={roving.rowProps(index)}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
