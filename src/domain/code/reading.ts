/**
 * What a text is about: the words that name a code, where they stand, and whether the text speaks of signing in or of
 * something to buy.
 * @module
 */
import type { Folded } from './fold.ts';
import { vocabulary } from './vocabulary.ts';

export type Noun = {
  readonly start: number;
  readonly end: number;
  /** It names a one-time code by itself. */
  readonly certain: boolean;
};

export type Reading = {
  /** With capitals; addresses are blanked. */
  readonly cased: string;
  /** As long as `cased`; codes of another kind are blanked too. */
  readonly lower: string;
  readonly nouns: readonly Noun[];
  /** It speaks of signing in, or at least of secrecy and of time running out. */
  readonly evidence: boolean;
  /** It speaks of something to buy, and not of signing in. */
  readonly isOffer: boolean;
};

const addresses =
  /(?:https?:\/\/|www\.)[\x21-\x7e]*|[\w.%+-]{1,64}@[\w.-]{1,255}|(?<![\w-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\/[\x21-\x7e]*/g;
const certain = new RegExp(vocabulary.certain, 'gu');
const possible = new RegExp(vocabulary.possible, 'gu');
const others = new RegExp(vocabulary.others, 'gu');
const signs = new RegExp(vocabulary.signs, 'u');
const hints = new RegExp(vocabulary.hints, 'u');
const offers = new RegExp(`${vocabulary.offers}|\\d ?%`, 'u');
/** A German word only in capitals: `tan` is a common word elsewhere. */
const tan = /(?<![\p{L}\d])TAN(?!\p{L})/gu;

export function read(folded: Folded): Reading {
  const cased = folded.cased.replace(addresses, blank);
  const visible = folded.lower.replace(addresses, blank);
  const lower = visible.replace(others, blank);
  const nouns = [
    ...Array.from(lower.matchAll(certain), (match) => nounAt(match, true)),
    ...Array.from(cased.matchAll(tan), (match) => nounAt(match, true)),
    ...Array.from(lower.matchAll(possible), (match) => nounAt(match, false)),
  ];
  const isSign = signs.test(lower) || nouns.some((noun) => noun.certain);
  return { cased, lower, nouns, evidence: isSign || hints.test(lower), isOffer: !isSign && offers.test(visible) };
}

function nounAt({ 0: word, index }: RegExpExecArray, isCertain: boolean): Noun {
  return { start: index, end: index + word.length, certain: isCertain };
}

function blank(text: string): string {
  return '_'.repeat(text.length);
}
