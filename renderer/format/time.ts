/**
 * Times as people read them, in the language and zone of this computer.
 * @module
 */
const day = 86_400_000;

const formats = {
  clock: new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }),
  weekday: new Intl.DateTimeFormat(undefined, { weekday: 'short' }),
  longWeekday: new Intl.DateTimeFormat(undefined, { weekday: 'long' }),
  date: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' }),
  dateAndYear: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' }),
  longDate: new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' }),
  longDateAndYear: new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  exact: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }),
  relative: new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }),
} as const;

/** `14:02` */
export function clock(at: string): string {
  return formats.clock.format(new Date(at));
}

/** The whole moment, to the second. */
export function exactTime(at: string): string {
  return formats.exact.format(new Date(at));
}

/** Whole days between two moments as the calendar counts them; 0 is the same day. */
export function daysBetween(at: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / day);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** For lists: the time today, the weekday this week, the date before, with the year when it is another one. */
export function listTime(at: string, now: Date): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days <= 0) return formats.clock.format(date);
  if (days < 7) return formats.weekday.format(date);
  return date.getFullYear() === now.getFullYear() ? formats.date.format(date) : formats.dateAndYear.format(date);
}

/** For the heading of a day: today, yesterday, the weekday this week, the date before. */
export function dayLabel(at: string, now: Date): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (days === 0 || days === 1) return capitalized(formats.relative.format(-days, 'day'));
  if (days > 1 && days < 7) return formats.longWeekday.format(date);
  return date.getFullYear() === now.getFullYear() ? formats.longDate.format(date) : formats.longDateAndYear.format(date);
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** True when two moments fall on the same day of this computer's calendar. */
export function isSameDay(one: string, other: string): boolean {
  return daysBetween(new Date(one), new Date(other)) === 0;
}
