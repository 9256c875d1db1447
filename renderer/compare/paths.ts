/**
 * Where a row lies in the whole: `media[2].url`.
 * @module
 */
import type { Row } from '../../src/domain/compare/row.ts';

/** More steps are not written out: a body may have ten thousand levels. */
const mostSteps = 8;

/** The names on the way to a row, itself last. */
export function pathOf(rows: readonly Row[], row: Row): string {
  const steps: string[] = [];
  let at: Row | undefined = row;
  while (at && steps.length < mostSteps) {
    const step: string = nameOf(at);
    if (step !== '') steps.unshift(step);
    at = rows[at.parent];
  }
  const deeper = at !== undefined && at.parent >= 0;
  return `${deeper ? '… ' : ''}${steps.map((step, index) => (index > 0 && !step.startsWith('[') ? `.${step}` : step)).join('')}`;
}

function nameOf({ one, other }: Row): string {
  const before = one?.name;
  const after = other?.name;
  if (before === undefined || after === undefined || before === after) return after ?? before ?? '';
  return before.startsWith('[') && after.startsWith('[') ? `[${before.slice(1, -1)} → ${after.slice(1, -1)}]` : after;
}
