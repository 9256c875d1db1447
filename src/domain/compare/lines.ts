/**
 * Two texts line by line. Line ends belong to their lines: `\r\n` against `\n` is a difference.
 * @module
 */
import { createNumbering, stepsBetween } from './align.ts';
import type { Row } from './row.ts';

export function compareLines(one: string, other: string): readonly Row[] {
  const number = createNumbering();
  const mine = linesOf(one);
  const theirs = linesOf(other);
  const steps = stepsBetween(mine.map(number), theirs.map(number));
  return steps.map(({ one: from, other: to }) => {
    const before = from === undefined ? undefined : mine[from];
    const after = to === undefined ? undefined : theirs[to];
    return {
      change: before === undefined ? 'added' : after === undefined ? 'removed' : before === after ? 'same' : 'changed',
      moved: false,
      parent: -1,
      depth: 0,
      container: undefined,
      one: before === undefined ? undefined : { name: String((from ?? 0) + 1), value: before },
      other: after === undefined ? undefined : { name: String((to ?? 0) + 1), value: after },
    };
  });
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
