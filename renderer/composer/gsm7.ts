/**
 * Typographic characters that keyboards and word processors put in by themselves make a text UCS-2: less than half as
 * many characters fit a segment. Each has a plain one that reads the same.
 * @module
 */
import { segmentText } from '../../src/domain/segments.ts';

const plain: ReadonlyMap<string, string> = new Map([
  ...pairs('\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`', "'"),
  ...pairs('\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', '"'),
  ...pairs('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad', '-'),
  ...pairs('\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t', ' '),
  ...pairs('\u200b\u2060\ufeff', ''),
  ...pairs('\u2022\u00b7', '-'),
  ['\u2026', '...'],
  ['\u2039', '<'],
  ['\u203a', '>'],
  ['\u00d7', 'x'],
  ['\u2044', '/'],
  ['\u2122', '(TM)'],
  ['\u00a9', '(C)'],
  ['\u00ae', '(R)'],
]);

function pairs(characters: string, replacement: string): [string, string][] {
  return Array.from(characters, (character) => [character, replacement]);
}

/** The text with typographic characters replaced by plain ones. Letters, signs with a meaning and emoji stay. */
export function withPlainCharacters(text: string): string {
  return Array.from(text, (character) => plain.get(character) ?? character).join('');
}

/** The text as GSM-7 where replacing typographic characters is enough; `undefined` where it is GSM-7 already or cannot be. */
export function asGsm7(text: string): string | undefined {
  if (segmentText(text).encoding === 'GSM-7') return undefined;
  const replaced = withPlainCharacters(text);
  return segmentText(replaced).encoding === 'GSM-7' ? replaced : undefined;
}
