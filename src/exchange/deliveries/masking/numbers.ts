/**
 * Which invented number stands for which real one. The invented ones end in 555-0100 to 555-0199, which no telephone company
 * of North America gives to anybody; the first hundred are of the area 202.
 * @module
 */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { digitLike } from './digits.ts';
import { findNumbers, type WrittenNumber } from './find-numbers.ts';
import type { Edit, Leaf } from './leaf.ts';

export type Numbers = {
  learn(leaf: Leaf, region: string): void;
  edits(leaf: Leaf, region: string): readonly Edit[];
};

/** Digits of an invented number without its country code. */
const nationalLength = 10;
/** Fewer digits may be part of something else. */
const unmistakable = 9;
/** Somebody may have sent all numbers that can be invented: after so many of theirs in all, they are taken. */
const mostSkipped = 100_000;

export function createNumbers(): Numbers {
  /** Every way in which a number was written, as digits, to the number it is. */
  const known = new Map<string, string>();
  /** Those that are with their country code. */
  const international = new Set<string>();
  const invented = new Map<string, string>();
  const unused = inventions();
  let skipped = 0;

  const note = (digits: string, number: string): void => {
    if (!known.has(digits)) known.set(digits, number);
  };

  const noteWhole = (number: string): void => {
    international.add(number);
    known.set(number, number);
    note(`00${number}`, number);
    const national = parsePhoneNumberFromString(`+${number}`)?.nationalNumber ?? '';
    if (national.length < unmistakable) return;
    note(national, number);
    note(`0${national}`, number);
  };

  const learnNumber = ({ digits, international: isWhole }: WrittenNumber, region: string): void => {
    if (isWhole) noteWhole(digits.replace(/^00/, ''));
    if (isWhole || known.has(digits)) return;
    const national = isSupportedCountry(region) ? parsePhoneNumberFromString(digits, region) : undefined;
    const parsed = national?.isValid() === true ? national : parsePhoneNumberFromString(`+${digits}`);
    const number = parsed?.isValid() === true ? parsed.number.slice(1) : undefined;
    if (number !== undefined) noteWhole(number);
    note(digits, number ?? digits);
  };

  const inventedFor = (number: string): string => {
    const present = invented.get(number);
    if (present !== undefined) return present;
    let next = unused.next().value;
    for (; skipped < mostSkipped && (known.has(next) || known.has(next.slice(1))); skipped += 1) next = unused.next().value;
    invented.set(number, next);
    return next;
  };

  return {
    learn(leaf, region) {
      for (const number of findNumbers(leaf, { region, isKnown: () => false })) learnNumber(number, region);
    },
    edits(leaf, region) {
      const found = findNumbers(leaf, { region, isKnown: (digits) => known.has(digits) });
      return found.flatMap(({ start, end, digits, international: isWhole }) => {
        const number = known.get(isWhole ? digits.replace(/^00/, '') : digits) ?? digits;
        const whole = inventedFor(number);
        const zeros = digits === `00${number}` ? '00' : '';
        const isLong = isWhole || zeros !== '' || (digits === number && international.has(number));
        const written = leaf.text.slice(start, end);
        return inTheFormOf(written, isLong ? `${zeros}${whole}` : whole.slice(1), start);
      });
    },
  };
}

/** `12025550100`, `12025550101`, … */
function* inventions(): Generator<string, never, void> {
  for (;;) {
    for (let area = 202; area < 990; area += 1) {
      // Areas never end in 11.
      if (area % 100 === 11) continue;
      for (let last = 0; last < 100; last += 1) yield `1${area}55501${String(last).padStart(2, '0')}`;
    }
  }
}

/** Digits for what was written at `start`: one for one where as many were, with what stands between them left alone. */
function inTheFormOf(written: string, digits: string, start: number): readonly Edit[] {
  const places = [...written.matchAll(/\p{Nd}/gu)];
  if (places.length === digits.length) {
    return places.map(({ 0: digit, index }, place) => ({
      start: start + index,
      end: start + index + digit.length,
      text: digitLike(digits.charAt(place), digit),
    }));
  }
  return [{ start, end: start + written.length, text: places.join('') === written ? digits : inGroups(written, digits) }];
}

function inGroups(written: string, digits: string): string {
  const [area, exchange, subscriber] = [digits.slice(-nationalLength, -7), digits.slice(-7, -4), digits.slice(-4)];
  const country = digits.slice(0, -nationalLength);
  // The opening bracket stands before the first digit and stays.
  const closed = written.includes(')') && !written.includes('(') ? ')' : '';
  return `${country === '' ? '' : `${country} `}${area}${closed} ${exchange} ${subscriber}`;
}
