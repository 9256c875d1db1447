import { expect, test } from 'vitest';
import { ticksOf } from '../../../../renderer/reception/ticks.ts';

const local = (day: number, hour: number): Date => new Date(2026, 2, day, hour);
const spanBefore = (to: Date, days: number) => ({
  from: new Date(to.getTime() - days * 86_400_000).toISOString(),
  to: to.toISOString(),
});

test('a day is marked every six hours of this computer’s clock, in order', () => {
  const ticks = ticksOf(spanBefore(local(10, 14), 1), 1);
  expect(ticks.map(({ at }) => new Date(at).getHours())).toEqual([18, 0, 6, 12]);
  const places = ticks.map(({ place }) => place);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

test('a month is marked by days', () => {
  const ticks = ticksOf(spanBefore(local(31, 14), 30), 30);
  expect(ticks.map(({ at }) => new Date(at).getHours())).toEqual(ticks.map(() => 0));
  expect(ticks.length).toBeGreaterThan(3);
});

test.each([1, 30] as const)('nothing is written so near to an end that it would be cut off, whenever one looks (%i)', (days) => {
  for (let hour = 0; hour < 24; hour += 1) {
    for (const { place } of ticksOf(spanBefore(local(10, hour), days), days)) {
      expect(place).toBeGreaterThanOrEqual(4);
      expect(place).toBeLessThanOrEqual(96);
    }
  }
});
