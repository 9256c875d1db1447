/**
 * Makes texts of all languages comparable: letters without accents and vowel marks, digits of every script as ASCII, one
 * kind of space. Where each character came from is kept, so that what is found can be shown in the text as it was written.
 * @module
 */

export type Folded = {
  /** With capitals. */
  readonly cased: string;
  /** As long as `cased`. */
  readonly lower: string;
  /** The offset in the original of each character, and one past the last; there may be more than that. */
  readonly at: readonly number[];
};

/** Letters that Unicode does not take apart, though people write them without their mark. */
const lookalikes: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};

/** Nothing in it is folded but capitals, one for one. */
const isPlain = /^[^\u0080-\uffff]*$/;
let places: readonly number[] = [];

/** 0 to `length`; each text of plain letters has the same ones. */
function placesUpTo(length: number): readonly number[] {
  if (places.length <= length) places = Array.from({ length: length + 1 }, (_, index) => index);
  return places;
}

/** The text for comparing. Linear in its length; never fails. */
export function fold(text: string): Folded {
  if (isPlain.test(text)) return { cased: text, lower: text.toLowerCase(), at: placesUpTo(text.length) };
  let cased = '';
  let lower = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    const plain = unit < '\u0080' ? unit : foldUnit(unit);
    if (plain === '') continue;
    const small = plain.toLowerCase();
    cased += plain;
    lower += small.length === 1 ? small : plain;
    at.push(index);
  }
  at.push(text.length);
  return { cased, lower, at };
}

function foldUnit(unit: string): string {
  if (/^[\p{M}\p{Cf}]$/u.test(unit)) return '';
  if (/^\p{Nd}$/u.test(unit)) return asciiDigit(unit);
  if (/^[\p{Zs}\t]$/u.test(unit)) return ' ';
  const code = unit.charCodeAt(0);
  // Fullwidth letters; fullwidth punctuation stays, since it never stands inside a number.
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return String.fromCharCode(code - 0xfee0);
  // Hangul would come apart into its sounds.
  if (code >= 0xac00 && code <= 0xd7a3) return unit;
  return lookalikes[unit] ?? unit.normalize('NFD').charAt(0);
}

/** Decimal digits stand in runs of ten that begin at a multiple of ten from their zero. */
function asciiDigit(unit: string): string {
  let zero = unit.charCodeAt(0);
  while (zero > 0 && /^\p{Nd}$/u.test(String.fromCharCode(zero - 1)) && unit.charCodeAt(0) - zero < 9) zero -= 1;
  return String(unit.charCodeAt(0) - zero);
}
