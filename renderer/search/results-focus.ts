/**
 * Moving the focus between the search field and what was found.
 * @module
 */
import { focusMarks } from '../app/focus-marks.ts';

/** What every hit carries. */
export const hitMark = { 'data-hit': '' } as const;

/** Focuses the first hit; false when there is none. */
export function focusFirstHit(): boolean {
  const first = document.querySelector<HTMLElement>('[data-hit]');
  first?.focus();
  return first !== null;
}

export function focusSearchField(): void {
  document.querySelector<HTMLElement>(`[${focusMarks.search}]`)?.focus();
}

/** The hit a key leads to from another one; `field`: above the first is the field. */
export function hitAfter<Hit>(key: string, hits: readonly Hit[], from: number): Hit | 'field' | undefined {
  const pages: Readonly<Record<string, number>> = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + 8, PageUp: from - 8 };
  if (key === 'Home') return hits[0];
  if (key === 'End') return hits.at(-1);
  if (key === 'Escape' || (key === 'ArrowUp' && from === 0)) return 'field';
  const to = pages[key];
  return to === undefined ? undefined : hits[Math.min(Math.max(to, 0), hits.length - 1)];
}
