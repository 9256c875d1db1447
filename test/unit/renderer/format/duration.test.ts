import { expect, test } from 'vitest';
import { durationBetween, formatDuration, roughDuration } from '../../../../renderer/format/duration.ts';

const parts = (milliseconds: number): string[] => formatDuration(milliseconds).match(/\d+/g) ?? [];
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

test('the two largest units are said, and none that says nothing', () => {
  expect(parts(45 * second)).toEqual(['45']);
  expect(parts(2 * hour + 38 * minute + 12 * second)).toEqual(['2', '38']);
  expect(parts(3 * day + 4 * hour)).toEqual(['3', '4']);
  expect(parts(3 * day + 4 * minute)).toEqual(['3']);
  expect(parts(60 * minute)).toEqual(['1']);
});

test('nothing and less than nothing are zero seconds', () => {
  expect(parts(0)).toEqual(['0']);
  expect(durationBetween('2026-03-01T12:00:00.000Z', '2026-03-01T11:00:00.000Z')).toBe(formatDuration(0));
});

test('roughly, only the largest unit is said, and at least a minute', () => {
  const rough = (milliseconds: number): string[] => roughDuration(milliseconds).match(/\d+/g) ?? [];
  expect(rough(3 * day + 23 * hour)).toEqual(['3']);
  expect(rough(59 * minute + 59 * second)).toEqual(['59']);
  expect(roughDuration(-5 * second)).toBe(roughDuration(minute));
  expect(roughDuration(24 * hour)).toBe(roughDuration(day + 5 * hour));
});
