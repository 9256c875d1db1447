/**
 * Quiet hours: when texts come in without a sound, and when that ends. By the clock on the wall, so that a night with a
 * change to summer time ends when the user gets up.
 * @module
 */
import { isWithin, wallTime } from './hours.ts';
import type { Settings } from './settings.ts';

type QuietHours = Settings['quietHours'];

export function isQuiet(quietHours: QuietHours, at: Date): boolean {
  return quietHours.enabled && isWithin(quietHours, wallTime(at));
}

/** When the present quiet hours began; `undefined` when it is not quiet. */
export function startOfQuiet(quietHours: QuietHours, at: Date): Date | undefined {
  if (!isQuiet(quietHours, at)) return undefined;
  const [hours = 0, minutes = 0] = quietHours.from.split(':').map(Number);
  for (let day = 0; day <= 1; day += 1) {
    const start = new Date(at.getFullYear(), at.getMonth(), at.getDate() - day, hours, minutes);
    if (start <= at && quietHours.days.includes(start.getDay())) return start;
  }
  return undefined;
}

/** The next moment that is not quiet: `at` itself when it is not; `undefined` where it is always quiet. */
export function endOfQuiet(quietHours: QuietHours, at: Date): Date | undefined {
  if (!isQuiet(quietHours, at)) return at;
  const [hours = 0, minutes = 0] = quietHours.to.split(':').map(Number);
  // A day more than a week: quiet hours may end where others begin, but not every day.
  for (let day = 0; day <= 8; day += 1) {
    const end = new Date(at.getFullYear(), at.getMonth(), at.getDate() + day, hours, minutes);
    if (end > at && !isQuiet(quietHours, end)) return end;
  }
  return undefined;
}
