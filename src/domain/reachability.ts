/**
 * When texts could arrive and when not: a list of moments at which that changed, and what follows from it. Compact: an
 * undisturbed month is one entry.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from './time.ts';

/**
 * `receiving`: proven by a probe. `not-reachable`: the app ran, but nothing came through. `paused`: the user said so.
 * `asleep`: the computer slept. `closed`: the app was not running.
 */
export const reachStateSchema = z.enum(['receiving', 'not-reachable', 'paused', 'asleep', 'closed']);
export type ReachState = z.infer<typeof reachStateSchema>;

export const reachChangeSchema = z.object({ at: instantSchema, state: reachStateSchema });
export type ReachChange = Readonly<z.infer<typeof reachChangeSchema>>;

/** A time in one state; the last one of a history has no end yet. */
export type ReachSpan = { readonly state: ReachState; readonly from: string; readonly to: string };

/** A time in which texts could not arrive, whatever the reasons were. Known by its beginning. */
export type Gap = {
  readonly from: string /** `null`: it lasts. */;
  readonly to: string | null;
  readonly causes: readonly Exclude<ReachState, 'receiving'>[];
};

/** How long changes are kept. */
export const keptDays = 31;
/** How many changes are kept at most: a flapping network must not grow the file. */
export const keptChanges = 5_000;

/** Adds a change. A state that lasts already adds nothing, and a change that lies before the last one counts from then on. */
export function withChange(changes: readonly ReachChange[], change: ReachChange): readonly ReachChange[] {
  const last = changes.at(-1);
  if (last === undefined) return [change];
  if (last.state === change.state) return changes;
  const at = change.at < last.at ? last.at : change.at;
  if (at !== last.at) return [...changes, { ...change, at }];
  // The state before lasted no time at all: it never was.
  return withChange(changes.slice(0, -1), { ...change, at });
}

/** Forgets what is too old to be shown; the state at the beginning of what is left stays known. */
export function forgetOld(changes: readonly ReachChange[], now: string): readonly ReachChange[] {
  const oldest = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  const firstKept = changes.findLastIndex(({ at }) => at <= oldest);
  const recent = firstKept > 0 ? changes.slice(firstKept) : changes;
  return recent.length > keptChanges ? recent.slice(-keptChanges) : recent;
}

/** The states between two moments, cut at both ends; nothing is known before the first change. */
export function spansBetween(changes: readonly ReachChange[], from: string, to: string): readonly ReachSpan[] {
  return changes.flatMap((change, index) => {
    const begin = change.at < from ? from : change.at;
    const next = changes[index + 1]?.at ?? to;
    const end = next > to ? to : next;
    return begin < end ? [{ state: change.state, from: begin, to: end }] : [];
  });
}

/** All times in which texts could not arrive, oldest first. */
export function gapsOf(changes: readonly ReachChange[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let open: Gap | undefined;
  for (const { at, state } of changes) {
    if (state === 'receiving') {
      if (open !== undefined) gaps.push({ ...open, to: at });
      open = undefined;
    } else {
      open ??= { from: at, to: null, causes: [] };
      if (!open.causes.includes(state)) open = { ...open, causes: [...open.causes, state] };
    }
  }
  return open === undefined ? gaps : [...gaps, open];
}

/** Milliseconds a gap lasted, until `now` when it lasts still. */
export function gapLength({ from, to }: Gap, now: string): number {
  return Math.max(0, Date.parse(to ?? now) - Date.parse(from));
}
