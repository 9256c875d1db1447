import { describe, expect, test } from 'vitest';
import { formatBytes } from '../../../../renderer/format/size.ts';
import { clock, clockRange, dayLabel, daysBetween, isSameDay, listTime, moment, momentRange } from '../../../../renderer/format/time.ts';

const now = new Date(2026, 2, 18, 12, 0);
const daysAgo = (days: number, hour = 9): string => new Date(2026, 2, 18 - days, hour, 30).toISOString();
const weekday = (days: number, style: 'short' | 'long') =>
  new Intl.DateTimeFormat(undefined, { weekday: style }).format(new Date(daysAgo(days)));

describe('the time in a list', () => {
  test('is the time of day today', () => {
    expect(listTime(daysAgo(0), now)).toBe(clock(daysAgo(0)));
  });

  test('is the weekday within the last week', () => {
    expect(listTime(daysAgo(1), now)).toBe(weekday(1, 'short'));
    expect(listTime(daysAgo(6), now)).toBe(weekday(6, 'short'));
  });

  test('is the date before that: a weekday would mean another week', () => {
    expect(listTime(daysAgo(7), now)).not.toBe(weekday(7, 'short'));
    expect(listTime(daysAgo(7), now)).toContain('11');
  });

  test('names the year when it is another one', () => {
    expect(listTime(new Date(2024, 5, 3).toISOString(), now)).toContain('2024');
  });

  test('of a message from a clock that is ahead is still a time', () => {
    expect(listTime(new Date(2026, 2, 19, 8, 0).toISOString(), now)).toBe(clock(new Date(2026, 2, 19, 8, 0).toISOString()));
  });
});

test('the heading of a day is near in words and far as a date', () => {
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
  expect(dayLabel(daysAgo(0), now).toLowerCase()).toBe(relative.format(0, 'day').toLowerCase());
  expect(dayLabel(daysAgo(1), now).toLowerCase()).toBe(relative.format(-1, 'day').toLowerCase());
  expect(dayLabel(daysAgo(3), now)).toBe(weekday(3, 'long'));
  expect(dayLabel(daysAgo(10), now)).toContain('8');
});

test('days are counted by the calendar, not in 24 hours', () => {
  expect(daysBetween(new Date(2026, 2, 17, 23, 59), new Date(2026, 2, 18, 0, 1))).toBe(1);
  expect(isSameDay(new Date(2026, 2, 18, 0, 1).toISOString(), new Date(2026, 2, 18, 23, 59).toISOString())).toBe(true);
});

test('days are counted right over a change of the clocks', () => {
  for (let day = 0; day < 365; day += 1) {
    expect(daysBetween(new Date(2026, 0, 1 + day, 23), new Date(2026, 0, 2 + day, 1))).toBe(1);
  }
});

test('sizes have their unit', () => {
  expect(formatBytes(312)).toContain('312');
  expect(formatBytes(4_200)).toContain('kB');
});

describe('a moment in a sentence', () => {
  test('is the time alone today, and has its day in front before that', () => {
    expect(moment(daysAgo(0), now)).toBe(clock(daysAgo(0)));
    expect(moment(daysAgo(1), now)).toBe(
      `${new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-1, 'day')}, ${clock(daysAgo(1))}`,
    );
    expect(moment(daysAgo(3), now)).toBe(`${weekday(3, 'short')}, ${clock(daysAgo(3))}`);
  });

  test('names the day of an end only when it is another one', () => {
    expect(clockRange(daysAgo(3, 8), daysAgo(3, 9), now)).toBe(`${clock(daysAgo(3, 8))} – ${clock(daysAgo(3, 9))}`);
    expect(momentRange(daysAgo(3), daysAgo(2), now)).toBe(
      `${weekday(3, 'short')}, ${clock(daysAgo(3))} – ${weekday(2, 'short')}, ${clock(daysAgo(2))}`,
    );
  });
});
