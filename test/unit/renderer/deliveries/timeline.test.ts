import { describe, expect, test } from 'vitest';
import { stationsOf } from '../../../../renderer/deliveries/timeline.ts';

describe('the way of a delivery', () => {
  test('has the stations it came to, and what each leg took of the whole', () => {
    const stations = stationsOf({ verified: 1, stored: 3, answered: 4, notified: 8 });
    expect(stations.map(({ name, at }) => `${name} ${at}`)).toEqual(['arrived 0', 'verified 1', 'stored 3', 'answered 4', 'notified 8']);
    expect(stations.map(({ share }) => share)).toEqual([0, 1 / 8, 2 / 8, 1 / 8, 4 / 8]);
  });

  test('a refused one was neither stored nor notified', () => {
    expect(stationsOf({ verified: 0.2, answered: 0.5 }).map(({ name }) => name)).toEqual(['arrived', 'verified', 'answered']);
  });

  test('a notification before the answer stands before it', () => {
    expect(stationsOf({ verified: 1, answered: 4, notified: 3 }).map(({ name }) => name)).toEqual([
      'arrived',
      'verified',
      'notified',
      'answered',
    ]);
  });

  test('times of nothing share nothing', () => {
    expect(stationsOf({ verified: 0, answered: 0 }).every(({ share }) => share === 0)).toBe(true);
  });
});
