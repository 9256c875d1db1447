/**
 * What the strip is drawn from: the whole time in stretches, with nothing left out. Too many for the eye are drawn as
 * the worst of each moment, so that a gap is never hidden between two good moments.
 * @module
 */
import type { ReachHistory } from '../../src/contract/reachability.ts';

export type SegmentState = ReachHistory['spans'][number]['state'] | 'unknown';

export type Segment = {
  readonly state: SegmentState;
  readonly from: string;
  readonly to: string;
  /** Percent of the whole time. */
  readonly start: number;
  readonly width: number;
  /** It stands for several stretches too short to be drawn, of which this is the worst state. */
  readonly mixed: boolean;
};

type Stretch = Pick<Segment, 'state' | 'from' | 'to' | 'mixed'>;

/** Worst last. */
const ranks: readonly SegmentState[] = ['receiving', 'unknown', 'paused', 'asleep', 'closed', 'not-reachable'];

/** The history in at most `most` segments that cover all of it, oldest first. */
export function segmentsOf(history: ReachHistory, most = 120): readonly Segment[] {
  const whole = withUnknown(history);
  const stretches = whole.length > most ? coarse(history, whole, most) : whole;
  const begin = Date.parse(history.from);
  const length = Date.parse(history.to) - begin;
  return stretches.map((stretch) => ({
    ...stretch,
    start: ((Date.parse(stretch.from) - begin) / length) * 100,
    width: ((Date.parse(stretch.to) - Date.parse(stretch.from)) / length) * 100,
  }));
}

/** Before the first span, and wherever there is none, nothing is known. */
function withUnknown({ from, to, spans }: ReachHistory): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let reached = from;
  for (const span of spans) {
    if (span.from > reached) stretches.push({ state: 'unknown', from: reached, to: span.from, mixed: false });
    stretches.push({ ...span, mixed: false });
    reached = span.to;
  }
  if (reached < to) stretches.push({ state: 'unknown', from: reached, to, mixed: false });
  return stretches;
}

/** As many slots of one length, each with the worst state it holds; equal neighbours are one. */
function coarse({ from, to }: ReachHistory, stretches: readonly Stretch[], slots: number): readonly Stretch[] {
  const begin = Date.parse(from);
  const length = Date.parse(to) - begin;
  const edge = (slot: number): string => (slot === slots ? to : new Date(begin + (length * slot) / slots).toISOString());
  const merged: Stretch[] = [];
  let first = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const [start, end] = [edge(slot), edge(slot + 1)];
    while ((stretches[first]?.to ?? end) <= start) first += 1;
    const here = stretchesFrom(stretches, first, end);
    const state = worstOf(here);
    const mixed = here.length > 1;
    const last = merged.at(-1);
    if (last?.state === state) merged[merged.length - 1] = { ...last, to: end, mixed: last.mixed || mixed };
    else merged.push({ state, from: start, to: end, mixed });
  }
  return merged;
}

/** Those from an index on that begin before a moment. */
function stretchesFrom(stretches: readonly Stretch[], first: number, end: string): readonly Stretch[] {
  let beyond = first;
  while ((stretches[beyond]?.from ?? end) < end) beyond += 1;
  return stretches.slice(first, beyond);
}

function worstOf(stretches: readonly Stretch[]): SegmentState {
  return ranks[Math.max(...stretches.map(({ state }) => ranks.indexOf(state)))] ?? 'unknown';
}
