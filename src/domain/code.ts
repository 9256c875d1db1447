/**
 * One-time codes in texts: what to copy when a person signs in somewhere. A number is a code only when the text says so,
 * in one of some thirty languages, or by the format that binds a code to a site; everything in doubt is none, because a
 * wrong "Copy 1250" beside a price makes all others worthless.
 * @module
 */
import { type Candidate, candidatesIn } from './code/candidates.ts';
import { fold } from './code/fold.ts';
import { read } from './code/reading.ts';
import { scoreOf } from './code/scoring.ts';

export type FoundCode = {
  /** As it is to be typed: `123-456` is `123456`, `G-123456` is `123456`, `ABC-123` stays. */
  readonly code: string;
  /** Where it stands in the body, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The site it is bound to, where the text says so. */
  readonly domain?: string;
};

/** Longer texts are letters: ten segments. */
const longest = 1_530;

/**
 * The last line of a text that binds its code to a site: `@shop.example #123456`
 * (https://wicg.github.io/sms-one-time-codes/).
 */
const bound = /(?:^|\n)@([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?)[ \t]{1,8}#([^\s%#@]{1,64})(?:[ \t]{1,8}[%@]\S{0,255})?\s{0,8}$/i;

/** The one-time code of a text; `undefined` when it brings none. Never throws; linear in the length of the text. */
export function findCode(body: string): FoundCode | undefined {
  if (body.length > longest || !/\p{Nd}|#/u.test(body)) return undefined;
  return boundCode(body) ?? spokenCode(body);
}

function boundCode(body: string): FoundCode | undefined {
  const match = bound.exec(body);
  const [, domain, code] = match ?? [];
  if (match === null || domain === undefined || code === undefined) return undefined;
  const start = body.indexOf(`#${code}`, match.index) + 1;
  return { code, start, end: start + code.length, domain: domain.toLowerCase() };
}

function spokenCode(body: string): FoundCode | undefined {
  const folded = fold(body);
  const candidates = candidatesIn(folded.cased);
  if (candidates.length === 0) return undefined;
  const reading = read(folded);
  if (reading.nouns.length === 0 && !reading.evidence) return undefined;
  let best: { readonly candidate: Candidate; readonly score: number } | undefined;
  for (const candidate of candidates) {
    if (reading.cased.charAt(candidate.start) === '_') continue;
    const score = scoreOf(candidate, reading);
    if (score > (best?.score ?? 0)) best = { candidate, score };
  }
  if (best === undefined) return undefined;
  const { code, start, end } = best.candidate;
  return { code, start: folded.at[start] ?? 0, end: (folded.at[end - 1] ?? 0) + 1 };
}
