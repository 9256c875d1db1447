/**
 * A text with everything in it that cannot be seen, or that changes how the rest is seen, written out: control characters,
 * turns of the direction of writing, blanks of no width, halves of characters. For showing exactly what came.
 * @module
 */

export type Piece =
  | { readonly kind: 'plain'; readonly text: string }
  /** One character, and what is shown in its place. */
  | { readonly kind: 'sign'; readonly text: string; readonly shown: string };

const controls = [
  ...['NUL', 'SOH', 'STX', 'ETX', 'EOT', 'ENQ', 'ACK', 'BEL', 'BS', 'TAB', 'LF', 'VT', 'FF', 'CR', 'SO', 'SI', 'DLE', 'DC1', 'DC2', 'DC3'],
  ...['DC4', 'NAK', 'SYN', 'ETB', 'CAN', 'EM', 'SUB', 'ESC', 'FS', 'GS', 'RS', 'US'],
];

const names: Readonly<Record<number, string>> = {
  127: 'DEL',
  160: 'NBSP',
  173: 'SHY',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8232: 'LSEP',
  8233: 'PSEP',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8288: 'WJ',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

/** Emoji and several scripts are written with the joiners and variation selectors: among what can be seen, they stay. */
const unseen = /(?![\u200c\u200d]|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;
/** A joiner or selector with nothing before it that it could belong to. */
const stray = /(?<![\p{L}\p{M}\p{N}\p{S}\p{P}\p{Variation_Selector}\u200c\u200d])(?:[\u200c\u200d]|\p{Variation_Selector})/gu;

/**
 * The pieces of a text in order; put together again they are the text.
 * @param text well-formed or not
 */
export function spelledOut(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, text: sign } of signsIn(text)) {
    if (index > from) pieces.push({ kind: 'plain', text: text.slice(from, index) });
    pieces.push({ kind: 'sign', text: sign, shown: nameOf(sign) });
    from = index + sign.length;
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from) });
  return pieces;
}

function signsIn(text: string): { readonly index: number; readonly text: string }[] {
  const found = [unseen, stray].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ index: match.index, text: match[0] })));
  return found.sort((one, other) => one.index - other.index);
}

/** `ESC`, `RLO`, `U+2062` */
function nameOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  return controls[point] ?? names[point] ?? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
