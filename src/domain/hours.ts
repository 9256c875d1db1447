/**
 * Times of the day that begin on certain weekdays, in the user's zone: quiet hours, hours of a rule.
 * @module
 */

/** `from` and `to` as `HH:MM`; a `to` that is not later than `from` is on the next day. `days`: on which they begin, 0 = Sunday. */
export type DayHours = { readonly from: string; readonly to: string; readonly days: readonly number[] };

/** A moment as a clock on the wall shows it. */
export type WallTime = { readonly day: number; readonly minutes: number };

/** The moment on this computer's own clock on the wall: what a day with a change to summer time shows is what counts. */
export function wallTime(at: Date): WallTime {
  return { day: at.getDay(), minutes: at.getHours() * 60 + at.getMinutes() };
}

/** Whether the moment is within the hours: `from` is, `to` is not any more. */
export function isWithin({ from, to, days }: DayHours, { day, minutes }: WallTime): boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start < end) return days.includes(day) && minutes >= start && minutes < end;
  const begunToday = days.includes(day) && minutes >= start;
  const begunYesterday = days.includes((day + 6) % 7) && minutes < end;
  return begunToday || begunYesterday;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
