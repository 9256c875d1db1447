/**
 * Where a list of deliveries goes on: after a delivery, or, should it be gone by then, after the moment it arrived.
 * @module
 */
import type { Outline } from './delivery-outline.ts';

export type Cursor = { readonly id: string; readonly at?: number };

export function writeCursor({ id, at }: Pick<Outline, 'id' | 'at'>): string {
  return `${id}@${at.toString(36)}`;
}

/** An id alone will do as well, as long as that delivery is there. */
export function readCursor(text: string): Cursor {
  const mark = text.lastIndexOf('@');
  if (mark === -1) return { id: text };
  const at = Number.parseInt(text.slice(mark + 1), 36);
  return { id: text.slice(0, mark), ...(Number.isSafeInteger(at) && { at }) };
}
