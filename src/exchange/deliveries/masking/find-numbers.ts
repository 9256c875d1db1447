/**
 * Phone numbers in a text, however they are written. When in doubt it is one: masking a number of an order harms nobody.
 * @module
 */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { asciiDigits } from './digits.ts';
import type { Leaf } from './leaf.ts';

export type WrittenNumber = {
  /** From its first digit to after its last; a plus before it stays. */
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Written with its country code, as far as that can be seen: `+`, `%2B` or `00`. */
  readonly international: boolean;
};

/** What is written between digits of a number, invisible marks too; the last stands for half of a digit outside of the BMP. */
const between = ' \\u00a0\\u2007\\u2009\\u202f.()\\-\\u2010-\\u2015/\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u0000';
const groups = new RegExp(`\\d(?:[${between}]{0,3}\\d)+`, 'g');
/** Dates, and addresses of computers. */
const otherwise = [
  /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g,
  /(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)/g,
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g,
];
const plus = /(?:[+\uff0b]|%2b)[ (]{0,2}$/i;
const inWord = /[\p{L}_]/u;
const [fewestDigits, mostDigits] = [7, 15];
/** Fewer digits without a plus are a number only when the plan of numbers of a country says so. */
const surelyNumber = 9;
/** So many are no part of something else by chance. */
const knownDigits = 10;
/** How often the plans of numbers are asked about one leaf: beyond that all that may be a number is one. */
const mostChecks = 2_000;

export type KnownNumbers = {
  /** Whether these digits were seen as a number elsewhere. */
  isKnown(digits: string): boolean;
  /** ISO 3166-1 alpha-2, or ''. */
  readonly region: string;
};

/** The numbers of a leaf, in order. Linear in its length. */
export function findNumbers({ text, kind }: Leaf, { isKnown, region }: KnownNumbers): readonly WrittenNumber[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const plain = otherwise.reduce((rest, pattern) => rest.replace(pattern, (match) => '\n'.repeat(match.length)), asciiDigits(text));
  const judge = { isKnown, region, kind, plain, checks: { left: mostChecks } };
  const found: WrittenNumber[] = [];
  for (const match of plain.matchAll(groups)) found.push(...numbersIn(match[0], match.index, judge));
  return found;
}

type Judge = KnownNumbers & Pick<Leaf, 'kind'> & { readonly plain: string; readonly checks: { left: number } };
type Group = { readonly start: number; readonly end: number };

/** Several groups of digits may be one number, or several that stand beside one another. */
function numbersIn(written: string, from: number, judge: Judge): readonly WrittenNumber[] {
  const all: Group[] = Array.from(written.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    start: from + index,
    end: from + index + digits.length,
  }));
  const found: WrittenNumber[] = [];
  for (let first = 0; first < all.length; ) {
    const number = longestFrom(all, first, judge);
    if (number === undefined) {
      found.push(...knownWithin(all[first], judge));
      first += 1;
    } else {
      found.push(number);
      while (first < all.length && (all[first]?.start ?? 0) < number.end) first += 1;
    }
  }
  return found;
}

function longestFrom(all: readonly Group[], first: number, judge: Judge): WrittenNumber | undefined {
  const start = all[first]?.start ?? 0;
  const candidates: WrittenNumber[] = [];
  let digits = '';
  for (const group of all.slice(first, first + mostDigits + 2)) {
    digits += judge.plain.slice(group.start, group.end);
    if (digits.length > mostDigits + 2) break;
    candidates.push({ start, end: group.end, digits, international: isInternational(judge.plain, start, digits) });
  }
  const longestFirst = candidates.toReversed();
  return (
    longestFirst.find((candidate) => judge.isKnown(candidate.digits)) ??
    longestFirst.find((candidate) => isWhole(candidate, judge) && isInPlan(candidate, judge)) ??
    longestFirst.find((candidate) => isWhole(candidate, judge) && isLikely(candidate, judge))
  );
}

/** Numbers known from elsewhere that are written into an identifier. */
function* knownWithin(group: Group | undefined, { plain, isKnown }: Judge): Generator<WrittenNumber> {
  if (group === undefined || group.end - group.start <= knownDigits) return;
  for (let start = group.start; start + knownDigits <= group.end; start += 1) {
    for (let end = Math.min(group.end, start + mostDigits); end - start >= knownDigits; end -= 1) {
      const digits = plain.slice(start, end);
      if (!isKnown(digits)) continue;
      yield { start, end, digits, international: false };
      start = end - 1;
      break;
    }
  }
}

function isInternational(plain: string, start: number, digits: string): boolean {
  return plus.test(plain.slice(Math.max(0, start - 5), start)) || (/^00[1-9]/.test(digits) && digits.length > surelyNumber);
}

/** Not a piece of a word such as `A0123456B`; what people write may have lost its blanks. */
function isWhole({ start, end, digits, international }: WrittenNumber, { plain, kind }: Judge): boolean {
  if (kind === 'text' && digits.length >= knownDigits) return true;
  return !inWord.test(plain.charAt(end)) && (international || !inWord.test(plain.charAt(start - 1)));
}

/** By the plans of numbers of the world. */
function isInPlan({ digits, international }: WrittenNumber, { region, checks }: Judge): boolean {
  if (digits.length < fewestDigits || checks.left === 0) return false;
  checks.left -= 1;
  if (international) return parsePhoneNumberFromString(`+${digits.replace(/^00/, '')}`)?.isValid() === true;
  return isSupportedCountry(region) && parsePhoneNumberFromString(digits, region)?.isValid() === true;
}

function isLikely({ digits, international }: WrittenNumber, { kind, checks }: Judge): boolean {
  if (digits.length > mostDigits || digits.length < fewestDigits) return false;
  if (international || kind === 'address') return true;
  return kind === 'text' && (digits.length >= surelyNumber || checks.left === 0);
}
