/**
 * What stands for somebody where there is room for two letters.
 * @module
 */
import { visible } from './visible.ts';

/** As one sees characters: an emoji of five code points is one. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettered = /[\p{L}\p{N}]/u;
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** Of names in these scripts one character says enough: two would be a whole name. */
const whole = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Nobody's parts begin later. */
const longest = 200;

/**
 * The first characters of the first and the last part of a name: `Ada King Lovelace` → `AL`. One that has nothing to be
 * read gives its first picture, and at last ''.
 */
export function initialsOf(name: string): string {
  const parts = visible(name.slice(0, longest))
    .split(/[\s\u00a0_]+/)
    .map(firstLetter);
  const letters = parts.filter((letter) => letter !== undefined);
  const [first, last] = [letters[0], letters.at(-1)];
  if (first === undefined || last === undefined) return firstPicture(name);
  return letters.length === 1 || whole.test(first) ? first : first + last;
}

/** The first character of a part that is a letter or a digit, as a capital where its script has them. */
function firstLetter(part: string): string | undefined {
  for (const { segment } of characters.segment(part)) if (lettered.test(segment)) return capital(segment);
  return undefined;
}

function firstPicture(name: string): string {
  for (const { segment } of characters.segment(name.slice(0, longest))) if (picture.test(segment)) return segment;
  return '';
}

/** `ß` would become two letters. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}

/** One of `count` colours for an address, the same at every time and place. FNV-1a. */
export function colorOf(address: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < address.length; index += 1) hash = Math.imul(hash ^ address.charCodeAt(index), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % count;
}
