/**
 * Where a search matches, for marking it.
 * @module
 */
export type HighlightPart = { readonly text: string; readonly matches: boolean };

/** The text in parts, those that match the query marked. Case makes no difference. */
export function highlightParts(text: string, query: string): readonly HighlightPart[] {
  if (query === '') return [{ text, matches: false }];
  const parts: HighlightPart[] = [];
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), matches: false });
    parts.push({ text: match[0], matches: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), matches: false });
  return parts;
}

/** A part of a long text around its first match, at most `length` UTF-16 units and the dots. */
export function excerpt(text: string, query: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const found = flat.toLocaleLowerCase().indexOf(query.toLocaleLowerCase());
  const start = Math.max(0, found - Math.floor(length / 3));
  const piece = flat.slice(start, start + length);
  return `${start > 0 ? '…' : ''}${piece}${start + length < flat.length ? '…' : ''}`;
}
