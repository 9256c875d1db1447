/**
 * Members that have names: those of an object, the pairs of a form, headers. The first of a name is compared with the
 * first of that name on the other side, the second with the second.
 * @module
 */
import { longestRising } from './rising.ts';

/** Places on either side; one of them may be missing. */
export type Step = { readonly one: number | undefined; readonly other: number | undefined; readonly moved: boolean };

/** In the other's order, with what is missing there where it stood. */
export function matchMembers(one: readonly string[], other: readonly string[]): readonly Step[] {
  const partner = partnersOf(one, other);
  const matched = [...partner.keys()];
  const anchors = longestRising([...partner.values()]).map((place) => matched[place] ?? 0);
  const taken = new Map([...partner].map(([from, to]) => [to, from]));
  const steps: Step[] = [];
  let nextOne = 0;
  let nextOther = 0;
  const goTo = (endOne: number, endOther: number): void => {
    for (; nextOne < endOne; nextOne += 1) if (!partner.has(nextOne)) steps.push({ one: nextOne, other: undefined, moved: false });
    for (; nextOther < endOther; nextOther += 1) {
      const from = taken.get(nextOther);
      steps.push({ one: from, other: nextOther, moved: from !== undefined });
    }
  };
  for (const anchor of anchors) {
    const to = partner.get(anchor) ?? 0;
    goTo(anchor, to);
    steps.push({ one: anchor, other: to, moved: false });
    nextOne = anchor + 1;
    nextOther = to + 1;
  }
  goTo(one.length, other.length);
  return steps;
}

/** Which place of the other side belongs to which of this one, in this one's order. */
function partnersOf(one: readonly string[], other: readonly string[]): ReadonlyMap<number, number> {
  const waiting = new Map<string, number[]>();
  for (const [place, name] of other.entries()) {
    const places = waiting.get(name);
    if (places) places.push(place);
    else waiting.set(name, [place]);
  }
  const used = new Map<string, number>();
  const partners = new Map<number, number>();
  for (const [place, name] of one.entries()) {
    const nth = used.get(name) ?? 0;
    const partner = waiting.get(name)?.[nth];
    if (partner === undefined) continue;
    used.set(name, nth + 1);
    partners.set(place, partner);
  }
  return partners;
}
