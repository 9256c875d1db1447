/**
 * Where a list of deliveries goes on: after a delivery, or, should it be gone by then, after the place where it was.
 * @module
 */
import type { Outline } from './delivery-outline.ts';

export type Cursor = {
  readonly id: string;
  /** When it arrived. */
  readonly at?: number;
  /** The number of the chunk it was in; absent: it was not written yet. */
  readonly chunk?: number;
};

export function writeCursor({ id, at }: Pick<Outline, 'id' | 'at'>, chunk: number | undefined): string {
  return `${id}@${at.toString(36)}${chunk === undefined ? '' : `.${chunk.toString(36)}`}`;
}

/** An id alone will do as well, as long as that delivery is there. */
export function readCursor(text: string): Cursor {
  const mark = text.lastIndexOf('@');
  if (mark === -1) return { id: text };
  const [at, chunk] = text
    .slice(mark + 1)
    .split('.')
    .map((digits) => Number.parseInt(digits, 36));
  return {
    id: text.slice(0, mark),
    ...(at !== undefined && Number.isSafeInteger(at) && { at }),
    ...(chunk !== undefined && Number.isSafeInteger(chunk) && { chunk }),
  };
}
