/**
 * Text as a terminal may show it. What a receiver answers is not ours: an escape sequence in it must not move the cursor,
 * recolour what stands above or turn the direction of writing, and bytes that are no text must not look like some.
 * @module
 */
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
export type Paint = (style: Style, text: string) => string;

type Stream = { readonly isTTY?: boolean };

/** Colours for a person at a terminal who did not turn them off (https://no-color.org), nothing for files and pipes. */
export function paintFor(stream: Stream, environment: Readonly<Record<string, string | undefined>>): Paint {
  const wanted = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return wanted ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

/** Everything but the joiners and variation selectors that emoji and several scripts are written with. */
const unseen = /(?![\u200c\u200d]|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** A text whose control, bidi and other invisible characters are spelled out, as `\x1b` or `\u{202e}`. Line feeds stay. */
export function spelled(text: string): string {
  return text.toWellFormed().replace(unseen, (character) => (character === '\n' ? character : escapeOf(character)));
}

/** The same in one line. */
export function spelledLine(text: string): string {
  return spelled(text).replaceAll('\n', '\\n');
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Bytes as text when they are UTF-8; otherwise what is not ASCII is spelled out byte by byte. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, escapeOf);
  }
}

/** JSON in one line in which no character can act on a terminal; it reads back as the same value. */
export function jsonLine(value: unknown): string {
  const escaped = JSON.stringify(value).replace(/[\x7f-\x9f\p{Cf}\u2028\u2029]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
  return `${escaped}\n`;
}
