/**
 * Where times are written below the strip.
 * @module
 */
import { clock, shortDay } from '../format/time.ts';
import type { ReachRange } from '../state/model.ts';

export type Tick = { readonly at: string; readonly label: string /** Percent of the whole time. */; readonly place: number };

/** Nearer to an end than this a label would not fit, in percent. */
const margin = 4;

/** Every six hours of a day, by this computer's clock; every fifth midnight of a month. */
export function ticksOf({ from, to }: { readonly from: string; readonly to: string }, days: ReachRange): readonly Tick[] {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const ticks: Tick[] = [];
  const last = new Date(end);
  for (let step = 0; ; step += 1) {
    const moment =
      days === 1
        ? new Date(last.getFullYear(), last.getMonth(), last.getDate(), 18 - 6 * (step - 1))
        : new Date(last.getFullYear(), last.getMonth(), last.getDate() - 5 * step);
    const time = moment.getTime();
    if (time <= begin) return ticks.reverse();
    const place = ((time - begin) / (end - begin)) * 100;
    if (place < margin || place > 100 - margin) continue;
    const at = moment.toISOString();
    ticks.push({ at, place, label: days === 1 ? clock(at) : shortDay(at, last) });
  }
}
