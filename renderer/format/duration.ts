/**
 * How long something took, for people.
 * @module
 */
import { locale } from '../texts.ts';

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const formats = Object.fromEntries(
  steps.map(([unit]) => [unit, new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })]),
) as Readonly<Record<(typeof steps)[number][0], Intl.NumberFormat>>;

/** The two largest units of a time in milliseconds: `2 hr 38 min`, `45 sec`. */
export function formatDuration(milliseconds: number): string {
  let rest = Math.max(0, Math.round(milliseconds / 1_000));
  const parts: string[] = [];
  for (const [unit, seconds] of steps) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(formats[unit].format(count));
    // What is smaller than the unit after the largest one says nothing.
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.length === 0 ? formats.second.format(0) : parts.join(' ');
}

/** Only the largest unit of a time in milliseconds, and nothing smaller than a minute: `2 days`. */
export function roughDuration(milliseconds: number): string {
  const seconds = Math.max(60, Math.floor(milliseconds / 1_000));
  const [unit, length] = steps.find(([, each]) => seconds >= each) ?? steps[2];
  return formats[unit].format(Math.floor(seconds / length));
}

/** The time between two moments. */
export function durationBetween(from: string, to: string): string {
  return formatDuration(Date.parse(to) - Date.parse(from));
}
