/**
 * How texts are compared when people search: case, accents, width, invisible characters and the typographer's quotes
 * and dashes make no difference. One folding for what is searched and for what is searched for, in every room.
 * @module
 */

/** Marks that are accents, not letters; vowel signs of Indic scripts, Thai tones and Japanese voicing marks are letters here. */
const accents =
  '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
/** Zero-width and direction characters, soft hyphens and variation selectors: they are not seen, so nobody types them. */
const invisible = '\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}';
const left = new RegExp(`[${accents}${invisible}]`, 'gu');

/** Letters that have no decomposition and that people type without their stroke or ligature. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
};

const printableAscii = /^[\x20-\x7e]*$/;

/** The text as it is compared. Runs of white space and control characters become one space. */
export function foldText(text: string): string {
  if (printableAscii.test(text) && !text.includes('  ')) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded = joined(folded, foldCharacter(character));
  return folded;
}

export type FoldedText = {
  readonly folded: string;
  /** For each UTF-16 unit of `folded` where in the text it came from, and the text's length at the end. */
  readonly places: readonly number[];
};

/** As `foldText`, and where everything came from. */
export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = [];
  let folded = '';
  let index = 0;
  for (const character of text) {
    const before = folded.length;
    folded = joined(folded, foldCharacter(character));
    for (let unit = before; unit < folded.length; unit += 1) places.push(index);
    index += character.length;
  }
  places.push(text.length);
  return { folded, places };
}

function joined(folded: string, next: string): string {
  return next === ' ' && folded.endsWith(' ') ? folded : folded + next;
}

/** The few thousand characters people use come again and again. */
const foldings = new Map<string, string>();
const foldingsAtMost = 20_000;

function foldCharacter(character: string): string {
  const known = foldings.get(character);
  if (known !== undefined) return known;
  const folding = makeFolding(character);
  if (foldings.size >= foldingsAtMost) foldings.clear();
  foldings.set(character, folding);
  return folding;
}

function makeFolding(character: string): string {
  if (/[\s\p{Cc}]/u.test(character)) return ' ';
  const bare = (alike[character] ?? character).toWellFormed().normalize('NFKD').replace(left, '').toLowerCase();
  // Lower case may bring an accent of its own, and a few of those decompositions a blank.
  const plain = bare.normalize('NFKD').replace(left, '').replace(/\s+/gu, ' ');
  return Array.from(plain, (letter) => alike[letter] ?? letter).join('');
}
