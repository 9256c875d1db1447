/**
 * Moments one schedules a text for: the usual ones, and what a browser's field for day and time reads and writes.
 * @module
 */

export type UsualMoment = { readonly key: 'inAnHour' | 'thisEvening' | 'tomorrowMorning' | 'nextMonday'; readonly at: Date };

const evening = 18;
const morning = 9;

/** The usual moments that are still to come, the nearest first, on this computer's calendar. */
export function usualMoments(now: Date): readonly UsualMoment[] {
  const soon = new Date(now.getTime() + 60 * 60_000);
  soon.setSeconds(0, 0);
  const moments: UsualMoment[] = [{ key: 'inAnHour', at: soon }];
  if (now.getHours() < evening - 1) moments.push({ key: 'thisEvening', at: dayAt(now, 0, evening) });
  moments.push({ key: 'tomorrowMorning', at: dayAt(now, 1, morning) });
  const toMonday = (8 - now.getDay()) % 7 || 7;
  if (toMonday > 1) moments.push({ key: 'nextMonday', at: dayAt(now, toMonday, morning) });
  return moments;
}

function dayAt(now: Date, days: number, hours: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours);
}

/** `2026-03-01T09:00`, as a `datetime-local` field has it. */
export function fieldOf(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment a field means on this computer's clock; `undefined` while it is not complete. */
export function momentOf(field: string): Date | undefined {
  const at = new Date(field);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(field) && !Number.isNaN(at.getTime()) ? at : undefined;
}
