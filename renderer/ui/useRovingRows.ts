/**
 * One Tab stop for a long list: the arrow keys move the focus from row to row, also to rows that are not rendered yet.
 * The row that holds the Tab stop is always rendered, wherever the list was scrolled to.
 * @module
 */
import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';

type RovingOptions = {
  readonly keys: { keyAt(index: number): string | undefined; indexOf(key: string): number };
  readonly count: number;
  /** Where the Tab stop is before the focus was ever inside. */
  readonly home: number;
  readonly scrollTo: (index: number) => void;
};

export type RovingRows = ReturnType<typeof useRovingRows>;

export function useRovingRows({ keys, count, home, scrollTo }: RovingOptions) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [place, setPlace] = useState(home);
  const wanted = useRef<string | null>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const known = activeKey === null ? -1 : keys.indexOf(activeKey);
  // A row that went leaves its place to the one that follows it.
  const lost = activeKey !== null && known < 0;
  const active = known >= 0 ? known : Math.min(Math.max(lost ? place : home, 0), count - 1);

  const moveTo = (index: number): void => {
    const key = keys.keyAt(Math.min(Math.max(index, 0), count - 1));
    if (key === undefined) return;
    wanted.current = key;
    setActiveKey(key);
    scrollTo(keys.indexOf(key));
    elements.current.get(key)?.focus({ preventScroll: true });
  };

  // The row may only be rendered now that it became the active one.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = elements.current.get(wanted.current);
    wanted.current = null;
    if (element && element !== document.activeElement) element.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !isRow(event.target)) return;
    const target = targetOf(event.key, active, count);
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  };

  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || rows.includes(active)) return rows;
      return [...rows, active].sort((one, other) => one - other);
    },
    [active],
  );

  const rowProps = (index: number) => ({
    tabIndex: index === active ? 0 : -1,
    'data-roving': true,
    onFocus: () => {
      setActiveKey(keys.keyAt(index) ?? null);
      setPlace(index);
    },
    ref: (element: HTMLElement | null) => {
      const key = keys.keyAt(index);
      if (key === undefined) return;
      if (element) elements.current.set(key, element);
      return () => void elements.current.delete(key);
    },
  });

  return { active, moveTo, onKeyDown, rangeExtractor, rowProps };
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.roving !== undefined;
}

function targetOf(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + 8;
    case 'PageUp':
      return active - 8;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
