/**
 * What somebody searches for: words that must all be there, anywhere in the text, and phrases in quotation marks.
 * Nothing is an operator, so nothing that is typed can be wrong.
 * @module
 */
import { type FoldedText, foldText, foldWithPlaces } from './search-text.ts';

/** The longest query that is looked at, in UTF-16 units. */
export const longestQuery = 200;

/** The words and phrases of a query, folded, each once. A quotation mark that was not closed yet reaches to the end. */
export function searchTerms(query: string): readonly string[] {
  const typed = query.slice(0, longestQuery).replace(/[“”„‟«»]/g, '"');
  const terms = new Set<string>();
  for (const [whole, phrase] of typed.matchAll(/"([^"]*)"?|[^\s"]+/gu)) {
    const term = foldText(phrase ?? whole).trim();
    if (term !== '') terms.add(term);
  }
  return [...terms];
}

/** True when all terms are in the text, which is folded already. */
export function holdsAll(folded: string, terms: readonly string[]): boolean {
  return terms.every((term) => folded.includes(term));
}

/** From (inclusive) and to (exclusive), in UTF-16 units. */
export type Mark = readonly [from: number, to: number];

/** Where the terms are in a text, in order and without overlaps; at most `limit` places. */
export function marksOf(text: string, terms: readonly string[], limit = 100): readonly Mark[] {
  if (terms.length === 0) return [];
  const folded = foldWithPlaces(text);
  const found = terms.flatMap((term) => occurrences(folded, term, limit));
  found.sort(([one], [other]) => one - other);
  const marks: Mark[] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (last === undefined || mark[0] > last[1]) marks.push(mark);
    else marks[marks.length - 1] = [last[0], Math.max(last[1], mark[1])];
  }
  return marks.slice(0, limit);
}

function occurrences({ folded, places }: FoldedText, term: string, limit: number): Mark[] {
  const found: Mark[] = [];
  let from = folded.indexOf(term);
  while (from !== -1 && found.length < limit) {
    const to = from + term.length;
    found.push([places[from] ?? 0, endOf(places, to)]);
    from = folded.indexOf(term, to);
  }
  return found;
}

/** Where the character ends that the unit before `to` came from, with the accents that follow it. */
function endOf(places: readonly number[], to: number): number {
  const last = places[to - 1] ?? 0;
  let next = to;
  while (next < places.length - 1 && (places[next] ?? 0) <= last) next += 1;
  return places[next] ?? last;
}

/** A part of a long text around its first mark, and the marks in it. */
export function excerptAround(
  text: string,
  marks: readonly Mark[],
  length: number,
): { readonly text: string; readonly marks: readonly Mark[] } {
  if (text.length <= length) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const start = wholeCharacter(text, Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length)));
  const end = wholeCharacter(text, Math.min(text.length, start + length));
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = before.length - start;
  const inside = marks
    .filter(([from, to]) => to > start && from < end)
    .map(([from, to]): Mark => [Math.max(from, start) + shift, Math.min(to, end) + shift]);
  return { text: `${before}${text.slice(start, end)}${after}`, marks: inside };
}

/** The position, or the one before when it lies within a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  const before = text.charCodeAt(position - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? position - 1 : position;
}
