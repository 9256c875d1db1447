/**
 * What has the form of a one-time code in a folded text, and is not, by what touches it, a price, a date, a phone number,
 * a masked card or part of an address.
 * @module
 */

export type Candidate = {
  /** As it is to be typed. */
  readonly code: string;
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  /** `odd` forms (a year, mixed letters, pairs) count only right beside the word for a code. */
  readonly form: 'digits' | 'letters' | 'odd';
};

/** A run of digits with what may stand inside a number. */
const runs = /\d+(?:[.,/: ()\-\u2010-\u2015]{1,2}\d+)*/g;
const words = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;

const currency = `[$€£¥₹₽₺₴₪₩₫₦฿%°‰]|(?:rs|inr|usd|eur|euro|euros|gbp|chf|pln|zl|tl|try|rub|uah|sek|nok|dkk|czk|kr|idr|rp|vnd|sar|aed|ils|nis|jpy|krw|cny|btc|r)(?![a-z])`;
const moneyBefore = /(?:[$€£¥₹₽₺₴₪₩₫₦฿]|(?<![a-z])(?:rs|inr|usd|eur|gbp|chf|pln|tl|try|rp|idr|vnd|sar|aed|r\$))[. ]{0,2}$/;
const unitAfter = new RegExp(
  String.raw`^ ?(?:${currency}|(?:min|mins|minutes?|minuten|hours?|hrs?|h|uhr|horas|ore|heures|days?|points?|punkte|puntos|people|personen|personnes|steps|schritte|pesos|reais|dollars?|pounds|gb|mb|kb|kwh|kg|km|miles|m|ppm|credits?|coins|руб|р|грн|ريال|دينار|درهم|جنيه)(?![\p{L}])|[元円원年月日号號人名分点點点회층호])`,
  'u',
);

/** What has the form of a code, in the order of the text. `text` is folded, with capitals; its addresses are blanked. */
export function candidatesIn(text: string): Candidate[] {
  return [...numbersIn(text), ...lettersIn(text)].filter((candidate) => !isTouched(text, candidate));
}

function* numbersIn(text: string): Generator<Candidate> {
  for (const { 0: run, index } of text.matchAll(runs)) {
    // A comma or full stop with a space behind ends the number, and so does a bracket.
    let offset = 0;
    for (const part of run.split(/[.,:)][ (]| \(/)) {
      yield* numberIn(part, index + offset);
      offset += part.length + 2;
    }
  }
}

function* numberIn(part: string, start: number): Generator<Candidate> {
  const groups = part.split(/[^\d]+/);
  const separators = part.match(/[^\d]+/g) ?? [];
  const sizes = groups.map((group) => group.length).join(' ');
  const all = { code: groups.join(''), start, end: start + part.length };
  const same = separators.every((separator) => separator === separators[0] && /^[ \-\u2010-\u2015]$/.test(separator));
  if (groups.length === 1) {
    if (all.code.length >= 4 && all.code.length <= 8) yield { ...all, form: isCalendar(all.code) ? 'odd' : 'digits' };
  } else if (same && (sizes === '3 3' || sizes === '4 4')) yield { ...all, form: 'digits' };
  else if (same && (/^1( 1){3,7}$/.test(sizes) || (sizes === '2 2 2' && !isDate(groups)))) yield { ...all, form: 'odd' };
  else if (groups.length === 2 && separators[0] === ' ') yield* besideShortNumber(groups, start);
}

/** `482913 10 min` and `no 3 482913`: a small number beside a code. */
function* besideShortNumber([first = '', second = '']: readonly string[], start: number): Generator<Candidate> {
  if (first.length >= 4 && first.length <= 8 && second.length <= 2) yield { code: first, start, end: start + first.length, form: 'digits' };
  if (first.length <= 2 && second.length >= 4 && second.length <= 8) {
    yield { code: second, start: start + first.length + 1, end: start + first.length + 1 + second.length, form: 'digits' };
  }
}

/** A year of our time, or a day written without gaps. */
function isCalendar(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$/.test(digits);
}

function isDate(groups: readonly string[]): boolean {
  const [first = 0, second = 0] = groups.map(Number);
  return first >= 1 && second >= 1 && ((first <= 31 && second <= 12) || (first <= 12 && second <= 31));
}

/** Masked cards, ordinals and measures. */
const notLetters = /^(?:[xX*]+\d+|\d+(?:st|nd|rd|th|gb|mb|kb|min|mins|h|hr|hrs|am|pm|kg|km|m|cm|mm|k|x|px|d|g|s))$/i;

function* lettersIn(text: string): Generator<Candidate> {
  for (const { 0: word, index } of text.matchAll(words)) {
    const bare = word.replaceAll('-', '');
    if (!/\d/.test(word) || !/[A-Za-z]/.test(word) || bare.length < 4 || bare.length > 10 || notLetters.test(bare)) continue;
    const place = { start: index, end: index + word.length };
    // The prefix tells whose code it is; the field it goes into takes the digits only.
    const prefixed = /^[A-Z]{1,2}-(\d{4,8})$/.exec(word);
    if (prefixed) yield { code: prefixed[1] ?? '', ...place, form: 'digits' };
    else yield { code: word, ...place, form: word === word.toUpperCase() ? 'letters' : 'odd' };
  }
}

/** True when what stands right before or behind makes it something else. */
function isTouched(text: string, { start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 12).toLowerCase();
  if (/[A-Za-z\p{Script=Cyrillic}\d_@/\\=&~+*•#…]$|[*•xX.]{2}$|\d[.,:]$|\+ ?\(?$/u.test(before)) return true;
  if (/^[A-Za-z\p{Script=Cyrillic}_@/\\=&~*+#]|^-\p{L}|^[.,:]\d|^ ?%/u.test(after)) return true;
  // A further group of digits: it is a phone number or a serial.
  if (/\d[ \-()]{1,2}$/.test(before) && !/(?:^|\D)\d{1,2} $/.test(before)) return true;
  if (/^[ \-()]{1,2}\d{3}/.test(after)) return true;
  return moneyBefore.test(text.slice(Math.max(0, start - 8), start).toLowerCase()) || unitAfter.test(after);
}
