import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endOfQuiet, isQuiet, startOfQuiet } from '../../../src/domain/quiet-hours.ts';

/** The user's zone is the computer's: Node reads it anew when it is set. */
let zone: string | undefined;
beforeEach(() => {
  zone = process.env.TZ;
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const night = { enabled: true, from: '22:00', to: '07:00', days: everyDay, letCodesThrough: true };

const at = (moment: string) => new Date(moment);
const end = (hours: typeof night, moment: string) => endOfQuiet(hours, at(moment))?.toISOString();

describe('quiet hours', () => {
  test('go across midnight, begin on the minute and end on the minute', () => {
    expect(isQuiet(night, at('2026-03-10T20:59:59Z'))).toBe(false);
    expect(isQuiet(night, at('2026-03-10T21:00:00Z'))).toBe(true);
    expect(isQuiet(night, at('2026-03-11T05:59:59Z'))).toBe(true);
    expect(isQuiet(night, at('2026-03-11T06:00:00Z'))).toBe(false);
    expect(end(night, '2026-03-10T23:00:00Z')).toBe('2026-03-11T06:00:00.000Z');
  });

  test('are those of the clock on the wall in a night that is an hour shorter, and one that is longer', () => {
    // 29 March 2026: 02:00 is 03:00. 25 October 2026: 03:00 is 02:00 again.
    expect(end(night, '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(isQuiet(night, at('2026-03-29T05:00:00Z'))).toBe(false);
    expect(end(night, '2026-10-24T21:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    expect(isQuiet(night, at('2026-10-25T05:59:00Z'))).toBe(true);
    const early = { ...night, from: '01:00', to: '02:30' };
    expect(end(early, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('began when they began', () => {
    const start = (hours: typeof night, moment: string) => startOfQuiet(hours, at(moment))?.toISOString();
    expect(start(night, '2026-03-10T22:30:00Z')).toBe('2026-03-10T21:00:00.000Z');
    expect(start(night, '2026-03-29T04:00:00Z')).toBe('2026-03-28T21:00:00.000Z');
    expect(start({ ...night, from: '13:00', to: '15:00' }, '2026-03-10T13:30:00Z')).toBe('2026-03-10T12:00:00.000Z');
    expect(start(night, '2026-03-10T12:00:00Z')).toBeUndefined();
  });

  test('begin on their days, also where they end on the next', () => {
    const weekends = { ...night, days: [5, 6] };
    expect(isQuiet(weekends, at('2026-03-13T22:00:00Z'))).toBe(true);
    expect(isQuiet(weekends, at('2026-03-15T05:00:00Z'))).toBe(true);
    expect(isQuiet(weekends, at('2026-03-15T22:00:00Z'))).toBe(false);
    expect(isQuiet(weekends, at('2026-03-13T05:00:00Z'))).toBe(false);
  });

  test('may last for days, and never end', () => {
    const always = { ...night, from: '08:00', to: '08:00' };
    expect(end(always, '2026-03-10T12:00:00Z')).toBeUndefined();
    const whole = { ...always, days: [6, 0] };
    expect(end(whole, '2026-03-14T12:00:00Z')).toBe('2026-03-16T07:00:00.000Z');
    expect(end({ ...night, days: [] }, '2026-03-10T23:00:00Z')).toBe('2026-03-10T23:00:00.000Z');
    expect(end({ ...night, enabled: false }, '2026-03-10T23:00:00Z')).toBe('2026-03-10T23:00:00.000Z');
  });
});
