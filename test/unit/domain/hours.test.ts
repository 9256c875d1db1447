import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isWithin } from '../../../src/domain/hours.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const at = (day: number, time: string) => ({ day, minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) });

describe('hours of a day', () => {
  it.each([
    ['09:00', true],
    ['08:59', false],
    ['16:59', true],
    ['17:00', false],
  ])('begin with their first minute and end before their last: %s is %s', (time, expected) => {
    expect(isWithin({ from: '09:00', to: '17:00', days: everyDay }, at(3, time))).toBe(expected);
  });

  it('go over midnight into the day after the one on which they begin', () => {
    const friday = { from: '22:00', to: '07:00', days: [5] };
    expect(isWithin(friday, at(5, '22:30'))).toBe(true);
    expect(isWithin(friday, at(6, '06:59'))).toBe(true);
    expect(isWithin(friday, at(6, '07:00'))).toBe(false);
    expect(isWithin(friday, at(6, '22:30'))).toBe(false);
    expect(isWithin(friday, at(5, '06:00'))).toBe(false);
  });

  it('that begin on Saturday reach into Sunday', () => {
    expect(isWithin({ from: '22:00', to: '07:00', days: [6] }, at(0, '03:00'))).toBe(true);
  });

  it('last a whole day when they end when they begin', () => {
    const monday = { from: '08:00', to: '08:00', days: [1] };
    expect(isWithin(monday, at(1, '08:00'))).toBe(true);
    expect(isWithin(monday, at(2, '07:59'))).toBe(true);
    expect(isWithin(monday, at(2, '08:00'))).toBe(false);
  });
});

test('on every day, each moment is either within some hours or within those from their end to their begin', () => {
  const time = fc.integer({ min: 0, max: 1_439 });
  const words = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(time, time, time, fc.integer({ min: 0, max: 6 }), (from, to, minutes, day) => {
      fc.pre(from !== to);
      const inside = isWithin({ from: words(from), to: words(to), days: everyDay }, { day, minutes });
      const outside = isWithin({ from: words(to), to: words(from), days: everyDay }, { day, minutes });
      expect(inside).not.toBe(outside);
    }),
  );
});
