/**
 * Long values are shown around what differs in them.
 * @module
 */
import type { Span } from '../../src/domain/compare/span.ts';

export type Excerpt = { readonly before: string; readonly marked: string; readonly after: string };

/** How much of a value stands before what differs, of that, and after it. */
const around = 80;
const mostMarked = 400;
const mostPlain = 600;

/** A value of which only its beginning is shown when it is long. */
export function beginning(value: string): Excerpt {
  return { before: value.length > mostPlain ? `${cut(value, 0, mostPlain)}…` : value, marked: '', after: '' };
}

/** `end`: where the differing part of this value ends. */
export function aroundSpan(value: string, { start }: Pick<Span, 'start'>, end: number): Excerpt {
  const from = start > around + 20 ? start - around : 0;
  const to = end + around + 20 < value.length ? end + around : value.length;
  return {
    before: `${from > 0 ? '…' : ''}${cut(value, from, start)}`,
    marked: end - start > mostMarked ? `${cut(value, start, start + mostMarked)}…` : value.slice(start, end),
    after: end - start > mostMarked ? '' : `${cut(value, end, to)}${to < value.length ? '…' : ''}`,
  };
}

/** No character is cut in half. */
function cut(value: string, from: number, to: number): string {
  return value.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
