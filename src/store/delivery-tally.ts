/**
 * How many deliveries of each verdict came, in steps of time.
 * @module
 */
import type { DeliveryTally, TallyQuery } from '../core/ports.ts';
import type { Section } from './delivery-sections.ts';

/** Counts what is in memory; only what was not read since the start is read once. */
export async function tallyOf(sections: readonly Section[], { lineId, from, stepMs, steps }: TallyQuery): Promise<DeliveryTally[]> {
  const tally = Array.from({ length: steps }, () => ({ accepted: 0, duplicate: 0, rejected: 0, 'not-understood': 0 }));
  for (const section of sections) {
    if (!section.reaches(from)) continue;
    for (const outline of await section.outlines()) {
      if (lineId !== undefined && outline.lineId !== lineId) continue;
      const step = tally[Math.floor((outline.at - from) / stepMs)];
      if (step !== undefined) step[outline.verdict] += 1;
    }
  }
  return tally;
}
