import { momentRange } from '../format/time.ts';

/** `14:00 – 15:00`, with its day when that is not today; in whatever order the two were given. */
export function spanOf(from: string, to: string, now: Date): string {
  const [first, last] = Date.parse(from) <= Date.parse(to) ? [from, to] : [to, from];
  return momentRange(first, last, now);
}
