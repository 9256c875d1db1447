/**
 * A text as rows: its lines, broken where there is no more room.
 * @module
 */
import { type Part, wrapped } from './wrap.ts';

export type RawRow = Part & {
  /** Counted from 1; absent where a line goes on. */
  readonly line?: number;
};

export function rawRows(text: string, columns: number): readonly RawRow[] {
  const rows: RawRow[] = [];
  let line = 1;
  for (let from = 0; from <= text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    for (const part of wrapped(text, { from, to }, columns, columns)) rows.push(part.from === from ? { ...part, line } : part);
    if (end < 0) break;
    from = end + 1;
  }
  return rows;
}
