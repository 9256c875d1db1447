/**
 * How a text is cut into SMS segments: GSM-7 (3GPP TS 23.038: 160 septets, 153 when concatenated) while every character
 * is in the default alphabet or its extension table, UCS-2 (70 UTF-16 units, 67 when concatenated) otherwise.
 * @module
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const basicCharacters = new Set(basic);
const extendedCharacters = new Set('\f^{}\\[~]|€');

export type Segmentation = {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** How many SMS it becomes; 0 for an empty text. */
  readonly count: number;
  /** Septets (GSM-7) or UTF-16 units (UCS-2) still free in the last segment. */
  readonly left: number;
  /** The first character that forces UCS-2, with its UTF-16 position. */
  readonly forcedBy?: { readonly character: string; readonly index: number };
};

type Limits = { readonly single: number; readonly concatenated: number };
const limits = { 'GSM-7': { single: 160, concatenated: 153 }, 'UCS-2': { single: 70, concatenated: 67 } } as const;

/** Counts the segments of a text as it would be sent. */
export function segmentText(text: string): Segmentation {
  const forcedBy = firstOutsideGsm7(text);
  const encoding = forcedBy === undefined ? 'GSM-7' : 'UCS-2';
  const widths = encoding === 'GSM-7' ? Array.from(text, gsm7Width) : Array.from(text, (character) => character.length);
  return { encoding, ...pack(widths, limits[encoding]), ...(forcedBy && { forcedBy }) };
}

/** Septets a character takes in GSM-7; 0 when it is in neither table. */
export function gsm7Width(character: string): 0 | 1 | 2 {
  if (basicCharacters.has(character)) return 1;
  return extendedCharacters.has(character) ? 2 : 0;
}

function firstOutsideGsm7(text: string): Segmentation['forcedBy'] {
  let index = 0;
  for (const character of text) {
    if (gsm7Width(character) === 0) return { character, index };
    index += character.length;
  }
  return undefined;
}

/** An escape pair or a surrogate pair is never split between two segments, so the last unit of one may stay empty. */
function pack(widths: readonly number[], { single, concatenated }: Limits): { count: number; left: number } {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total === 0) return { count: 0, left: single };
  if (total <= single) return { count: 1, left: single - total };
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > concatenated) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return { count, left: concatenated - used };
}
