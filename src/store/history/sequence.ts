/**
 * Sequences of imported messages: negative and made of their time, so that they stand before everything that arrives
 * here, one more import merges in order, and what is there keeps its place.
 * @module
 */
import type { Instant } from '../../domain/time.ts';

/** So many messages of one conversation can have the same millisecond; more take places of the next one. */
const tiesPerMillisecond = 2_048;
const offset = 9_000_000_000_000_000;
/** Times beyond these are placed as if they were these: 1970 and the year 2109. */
const earliest = 0;
const latest = 4_390_000_000_000;

/** The millisecond a message is placed by. Throws for what is no time at all. */
export function momentOf(at: Instant): number {
  const milliseconds = Date.parse(at);
  if (Number.isNaN(milliseconds)) throw new Error(`"${at}" is no time`);
  return Math.min(Math.max(milliseconds, earliest), latest);
}

/** The first sequence of a millisecond. */
export function sequenceAt(moment: number): number {
  return moment * tiesPerMillisecond - offset;
}
