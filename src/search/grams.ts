/**
 * Trigrams: what a text is found by, and which of a query's are worth asking for.
 * @module
 */

/** Ends every text and every mark in the index; never part of a folded text. */
export const textEnd = '\u0001';

export type Marked = { readonly line: number; readonly outbound: boolean; readonly hasMedia: boolean };

/** What is added to a folded text so that it is also found by its line, its direction and its attachments. */
export function markedText(folded: string, { line, outbound, hasMedia }: Marked): string {
  const marks = [lineMark(line), directionMark(outbound), ...(hasMedia ? [mediaMark] : [])];
  return `${folded}${textEnd}${textEnd}${marks.join(textEnd)}`;
}

export const mediaMark = '\u0002\u0002\u0002';

export function directionMark(outbound: boolean): string {
  return `\u0004\u0004${outbound ? 'o' : 'i'}`;
}

/** Three characters that stand for a line by its number. */
export function lineMark(line: number): string {
  return `\u0003${String.fromCodePoint(0x4e00 + Math.floor(line / 4_096), 0x4e00 + (line % 4_096))}`;
}

/** The trigrams of a folded text, each once. */
export function gramsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  const grams = new Set<string>();
  for (let index = 0; index + 3 <= characters.length; index += 1) {
    grams.add(`${characters[index]}${characters[index + 1]}${characters[index + 2]}`);
  }
  return grams;
}

/** How many trigrams are asked for: more of them take longer than comparing the few texts they would rule out. */
const asked = 5;

/** The trigrams of the terms that rule out the most; none when all terms are shorter than three characters. */
export function rarestGrams(terms: readonly string[], frequency: (gram: string) => number): readonly string[] {
  const all = new Set(terms.flatMap((term) => [...gramsOf(term)]));
  const counted = Array.from(all, (gram) => ({ gram, count: frequency(gram) }));
  return counted
    .sort((one, other) => one.count - other.count)
    .slice(0, asked)
    .map(({ gram }) => gram);
}

/** A string for FTS5: nothing in it is an operator. */
export function quoted(gram: string): string {
  return `"${gram.replaceAll('"', '""')}"`;
}

/** How many different trigrams are counted at most: one that is not counted counts as rare. */
const countedAtMost = 100_000;
/** How many texts are looked at, at most. */
const sampledAtMost = 8_000;

export type Frequencies = {
  readonly of: (gram: string) => number;
  readonly sample: (folded: string) => void;
  readonly wantsMore: () => boolean;
};

/** In how many of the texts that were looked at a trigram is. A guess is enough: it only decides what is asked for first. */
export function createFrequencies(): Frequencies {
  const counts = new Map<string, number>();
  let sampled = 0;
  return {
    of: (gram) => counts.get(gram) ?? 0,
    wantsMore: () => sampled < sampledAtMost,
    sample(folded) {
      sampled += 1;
      for (const gram of gramsOf(folded)) {
        const count = counts.get(gram);
        if (count !== undefined || counts.size < countedAtMost) counts.set(gram, (count ?? 0) + 1);
      }
    },
  };
}
