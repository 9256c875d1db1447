import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTextScale } from '../../ui/text-scale.ts';
import styles from './Rows.module.css';

/** In pixels at the usual size; the same as in Rows.module.css. */
const rowHeight = 20;

type RowsProps = {
  readonly label: string;
  /** How they are made for a number of columns, and how many there are. */
  readonly count: number;
  readonly render: (index: number) => ReactNode;
  /** The row to be seen; another object means another wish, even for the same row. */
  readonly wanted: { readonly row: number } | null;
  readonly room: RefObject<HTMLElement | null>;
};

/** Rows of one height and of equally wide letters, of which only those in view are laid out. */
export function Rows({ label, count, render, wanted, room }: RowsProps) {
  const scroller = useRef<HTMLElement>(null);
  const height = rowHeight * useTextScale();
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 12 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when they grow.
  useLayoutEffect(() => virtual.measure(), [height]);
  useEffect(() => {
    if (wanted !== null && wanted.row >= 0) virtual.scrollToIndex(wanted.row, { align: 'center' });
  }, [wanted, virtual]);
  return (
    <section
      ref={(element) => {
        scroller.current = element;
        room.current = element;
      }}
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={label}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={styles.row} style={{ top: start }}>
            {render(index)}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Before it is known how wide it is. */
const someColumns = 60;

/** How many letters fit in a row of what `room` refers to. */
export function useColumns(): readonly [columns: number, room: RefObject<HTMLElement | null>] {
  const room = useRef<HTMLElement>(null);
  const [columns, setColumns] = useState(someColumns);
  const scale = useTextScale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: letters are measured anew when they grow.
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = () => setColumns(columnsIn(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scale]);
  return [columns, room];
}

function columnsIn(element: HTMLElement): number {
  const style = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return someColumns;
  context.font = `${style.fontSize} ${style.fontFamily}`;
  const letter = context.measureText('0'.repeat(20)).width / 20;
  const width = element.clientWidth - Number.parseFloat(style.paddingInlineStart) - Number.parseFloat(style.paddingInlineEnd);
  return Math.max(20, Math.floor(width / letter));
}
