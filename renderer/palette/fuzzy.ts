/**
 * How well a name fits what was typed: the beginning of a word fits best, then any part, then letters in their order
 * (`addnr` for "Add your number"). Case and accents do not matter.
 * @module
 */
import { type Mark, searchTerms } from '../../src/domain/search-query.ts';
import { type FoldedText, foldWithPlaces } from '../../src/domain/search-text.ts';

export type Fit = {
  /** Greater is better. */
  readonly score: number;
  readonly marks: readonly Mark[];
};

type Piece = { readonly score: number; readonly units: readonly number[] };

/** `null`: not every word that was typed fits. */
export function fitOf(text: string, query: string): Fit | null {
  const folded = foldWithPlaces(text);
  const terms = searchTerms(query);
  let score = 0;
  const units = new Set<number>();
  for (const term of terms) {
    const piece = pieceOf(folded.folded, term);
    if (piece === null) return null;
    score += piece.score;
    for (const unit of piece.units) units.add(unit);
  }
  // Of two that fit alike, the shorter one is the one that is meant.
  return { score: terms.length === 0 ? 0 : score / terms.length - Math.min(9, text.length / 20), marks: marksAt(folded, units) };
}

function pieceOf(folded: string, term: string): Piece | null {
  const found = [...placesOf(folded, term)];
  const first = found[0];
  if (first === undefined) return term.length >= 2 ? scattered(folded, term) : null;
  const wordStart = found.find((place) => isWordStart(folded, place));
  const at = wordStart ?? first;
  const units = Array.from({ length: term.length }, (_each, index) => at + index);
  return { score: at === 0 ? 100 : wordStart !== undefined ? 80 : 50, units };
}

function* placesOf(folded: string, term: string): Generator<number> {
  for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) yield at;
}

function isWordStart(folded: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(folded.charAt(at - 1));
}

/** The letters in their order; the first of them begins a word, and the fewer gaps there are the better. */
function scattered(folded: string, term: string): Piece | null {
  for (let start = folded.indexOf(term.charAt(0)); start !== -1; start = folded.indexOf(term.charAt(0), start + 1)) {
    if (!isWordStart(folded, start)) continue;
    const units = unitsFrom(folded, term, start);
    if (units === null) return null;
    const jumps = units.filter((unit, index) => index > 0 && unit !== (units[index - 1] ?? 0) + 1);
    const wild = jumps.filter((unit) => !isWordStart(folded, unit)).length;
    if (wild <= term.length / 3) return { score: 30 - 3 * jumps.length - 4 * wild, units };
  }
  return null;
}

/** Beginnings of words are preferred over letters within them. */
function unitsFrom(folded: string, term: string, start: number): number[] | null {
  const units = [start];
  for (const letter of term.slice(1)) {
    const after = (units.at(-1) ?? 0) + 1;
    const next = folded.charAt(after) === letter ? after : nextStart(folded, letter, after);
    const found = next === -1 ? folded.indexOf(letter, after) : next;
    if (found === -1) return null;
    units.push(found);
  }
  return units;
}

function nextStart(folded: string, letter: string, from: number): number {
  for (let at = folded.indexOf(letter, from); at !== -1; at = folded.indexOf(letter, at + 1)) if (isWordStart(folded, at)) return at;
  return -1;
}

function marksAt({ places }: FoldedText, units: ReadonlySet<number>): readonly Mark[] {
  const marks: Mark[] = [];
  for (const unit of [...units].sort((one, other) => one - other)) {
    const from = places[unit] ?? 0;
    const to = places.slice(unit + 1).find((place) => place > from) ?? from;
    const last = marks.at(-1);
    if (last !== undefined && from <= last[1]) marks[marks.length - 1] = [last[0], Math.max(to, last[1])];
    else marks.push([from, to]);
  }
  return marks;
}
