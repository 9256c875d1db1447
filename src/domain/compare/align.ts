/**
 * What two lists have in common, in order: lines of a text, items of an array. Things are numbers here; equal ones have the
 * same. The shortest way from one list to the other is looked for (Myers, "An O(ND) Difference Algorithm", 1986) as long
 * as the two are alike; lists that have little in common are aligned by what either holds once, so that no input takes
 * more than some million steps.
 * @module
 */
import type { Step } from './members.ts';
import { longestRising } from './rising.ts';

export type Pair = readonly [one: number, other: number];

/** Beyond so many differences the shortest way is not looked for any longer: it costs the square of them. */
const mostDifferences = 700;

/** Places that belong together, rising on both sides. */
export function align(one: readonly number[], other: readonly number[]): readonly Pair[] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  const middleOne = one.slice(head, one.length - tail);
  const middleOther = other.slice(head, other.length - tail);
  const middle =
    middleOne.length === 0 || middleOther.length === 0 ? [] : (shortestWay(middleOne, middleOther) ?? byRarity(middleOne, middleOther));
  return [
    ...Array.from({ length: head }, (_, place): Pair => [place, place]),
    ...middle.map(([from, to]): Pair => [from + head, to + head]),
    ...Array.from({ length: tail }, (_, place): Pair => [one.length - tail + place, other.length - tail + place]),
  ];
}

/** `undefined`: the two differ in too much. */
function shortestWay(one: readonly number[], other: readonly number[]): readonly Pair[] | undefined {
  const bound = Math.min(one.length + other.length, mostDifferences);
  const reached = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  /** What was reached with each number of differences, to walk back. */
  const trail: Int32Array[] = [];
  for (let differences = 0; differences <= bound; differences += 1) {
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let from = startOn(reached, middle, diagonal, differences);
      while (from < one.length && from - diagonal < other.length && one[from] === other[from - diagonal]) from += 1;
      reached[middle + diagonal] = from;
      if (from >= one.length && from - diagonal >= other.length) return walkBack(trail, one.length, other.length);
    }
    trail.push(reached.slice(middle - differences, middle + differences + 1));
  }
  return undefined;
}

/** How far one gets on a diagonal with one difference more: from the neighbour that got farther. */
function startOn(reached: Int32Array, middle: number, diagonal: number, differences: number): number {
  const above = reached[middle + diagonal + 1] ?? 0;
  const left = reached[middle + diagonal - 1] ?? 0;
  if (differences === 0) return 0;
  return diagonal === -differences || (diagonal !== differences && left < above) ? above : left + 1;
}

function walkBack(trail: readonly Int32Array[], lengthOne: number, lengthOther: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let from = lengthOne;
  let to = lengthOther;
  const takeUntil = (end: number): void => {
    while (from > end) {
      from -= 1;
      to -= 1;
      pairs.push([from, to]);
    }
  };
  for (let differences = trail.length; differences > 0; differences -= 1) {
    const reached = trail[differences - 1];
    if (!reached) break;
    const at = (diagonal: number): number => reached[diagonal + differences - 1] ?? -1;
    const diagonal = from - to;
    const down = diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const start = at(before);
    takeUntil(down ? start : start + 1);
    from = start;
    to = start - before;
  }
  takeUntil(0);
  return pairs.reverse();
}

/** By what is there exactly once on either side, and whatever is equal right around it. */
function byRarity(one: readonly number[], other: readonly number[]): readonly Pair[] {
  const onceInOther = placesOfUnique(other);
  const candidates = [...placesOfUnique(one)].flatMap(([value, from]): Pair[] => {
    const to = onceInOther.get(value);
    return to === undefined ? [] : [[from, to]];
  });
  const anchors = longestRising(candidates.map(([, to]) => to)).flatMap((place) => candidates.slice(place, place + 1));
  const pairs: Pair[] = [];
  const end: Pair = [one.length, other.length];
  for (const [index, [from, to]] of anchors.entries()) {
    const [lastOne, lastOther] = pairs.at(-1) ?? [-1, -1];
    if (from <= lastOne || to <= lastOther) continue;
    let back = 0;
    while (from - back - 1 > lastOne && to - back - 1 > lastOther && one[from - back - 1] === other[to - back - 1]) back += 1;
    const [limitOne, limitOther] = anchors[index + 1] ?? end;
    let ahead = 1;
    while (from + ahead < limitOne && to + ahead < limitOther && one[from + ahead] === other[to + ahead]) ahead += 1;
    for (let step = -back; step < ahead; step += 1) pairs.push([from + step, to + step]);
  }
  return pairs;
}

/** In order of place. */
function placesOfUnique(values: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  for (const [place, value] of values.entries()) {
    if (places.has(value)) repeated.add(value);
    else places.set(value, place);
  }
  for (const value of repeated) places.delete(value);
  return places;
}

/** Gives equal things the same number. */
export function createNumbering(): (thing: string) => number {
  const numbers = new Map<string, number>();
  return (thing) => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    numbers.set(thing, numbers.size);
    return numbers.size - 1;
  };
}

/**
 * The whole way from one list to the other: what belongs together, and between those what stands at the same place in a
 * gap, as far as both have something there.
 */
export function stepsBetween(one: readonly number[], other: readonly number[]): readonly Step[] {
  const steps: Step[] = [];
  let from = 0;
  let to = 0;
  const fillGap = (endOne: number, endOther: number): void => {
    while (from < endOne || to < endOther) {
      steps.push({ one: from < endOne ? from : undefined, other: to < endOther ? to : undefined, moved: false });
      if (from < endOne) from += 1;
      if (to < endOther) to += 1;
    }
  };
  for (const [pairOne, pairOther] of align(one, other)) {
    fillGap(pairOne, pairOther);
    steps.push({ one: pairOne, other: pairOther, moved: false });
    from = pairOne + 1;
    to = pairOther + 1;
  }
  fillGap(one.length, other.length);
  return steps;
}
