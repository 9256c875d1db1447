/**
 * How the counts of deliveries become bars.
 * @module
 */
import type { DeliveryRates } from '../../src/contract/methods/deliveries.ts';
import type { Verdict } from '../../src/domain/delivery.ts';
import { verdicts } from './verdicts.ts';

export type RateBar = {
  readonly from: string;
  /** Before this moment. */
  readonly to: string;
  readonly total: number;
  /** Height as a part of the strip's, 0 to 1: never too low to be seen. */
  readonly height: number;
  /** Those that came, in the order of `verdicts`. */
  readonly parts: readonly { readonly verdict: Verdict; readonly count: number }[];
};

/** A bar for one delivery beside one for a thousand is still to be seen. */
const lowest = 0.08;

export function barsOf({ stepMs, steps }: DeliveryRates): readonly RateBar[] {
  const totals = steps.map((step) => verdicts.reduce((sum, verdict) => sum + step[verdict], 0));
  const highest = Math.max(1, ...totals);
  return steps.map((step, index) => {
    const total = totals[index] ?? 0;
    return {
      from: step.at,
      to: new Date(Date.parse(step.at) + stepMs).toISOString(),
      total,
      height: total === 0 ? 0 : Math.max(lowest, total / highest),
      parts: verdicts.flatMap((verdict) => (step[verdict] > 0 ? [{ verdict, count: step[verdict] }] : [])),
    };
  });
}

/** How many of each there were in all, those that came. */
export function totalsOf({ steps }: DeliveryRates): RateBar['parts'] {
  return verdicts.flatMap((verdict) => {
    const count = steps.reduce((sum, step) => sum + step[verdict], 0);
    return count > 0 ? [{ verdict, count }] : [];
  });
}
