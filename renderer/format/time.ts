/**
 * Times as people read them, in the language and zone of this computer.
 * @module
 */
import { locale } from '../texts.ts';

const day = 86_400_000;

const formats = {
  clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'short' }),
  longWeekday: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
  date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  dateAndYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  longDate: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  longDateAndYear: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  clockWithSeconds: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  exact: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
  relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
} as const;

/** `14:02` */
export function clock(at: string): string {
  return formats.clock.format(new Date(at));
}

/** Minutes of a day as a clock shows them: `14:02`. */
export function wallClock(minutes: number): string {
  return formats.clock.format(new Date(2_000, 0, 1, Math.floor(minutes / 60), minutes % 60));
}

/** `1 Mar 2026` */
export function dateOf(at: string): string {
  return formats.dateAndYear.format(new Date(at));
}

/** `14:02:11` */
export function clockWithSeconds(at: string): string {
  return formats.clockWithSeconds.format(new Date(at));
}

/** For the middle of sentences: `14:02` today, else with its day in front: `yesterday, 14:02`. */
export function moment(at: string, now: Date): string {
  return isSameDay(at, now.toISOString()) ? clock(at) : `${shortDay(at, now)}, ${clock(at)}`;
}

/** `14:02 – 16:40`; the end with its day when that is another one than the beginning's. */
export function clockRange(from: string, to: string, now: Date): string {
  return `${clock(from)} – ${isSameDay(from, to) ? clock(to) : `${shortDay(to, now)}, ${clock(to)}`}`;
}

/** `yesterday, 14:02 – 16:40` */
export function momentRange(from: string, to: string, now: Date): string {
  return isSameDay(from, now.toISOString()) ? clockRange(from, to, now) : `${shortDay(from, now)}, ${clockRange(from, to, now)}`;
}

/** `today`, `yesterday`, `tomorrow`, the weekday within a week of today, the date otherwise. */
export function shortDay(at: string, now: Date): string {
  const date = new Date(at);
  const days = daysBetween(date, now);
  if (Math.abs(days) <= 1) return formats.relative.format(-days, 'day');
  return Math.abs(days) < 7 ? formats.weekday.format(date) : formats.date.format(date);
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

/** For the beginning of a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** True when two moments fall on the same day of this computer's calendar. */
export function isSameDay(one: string, other: string): boolean {
  return daysBetween(new Date(one), new Date(other)) === 0;
}
