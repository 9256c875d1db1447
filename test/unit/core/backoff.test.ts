import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '../../../src/core/backoff.ts';

test('waiting doubles from a second to a minute, half of it left to chance', () => {
  expect([1, 2, 3, 7, 50].map((failures) => backoffMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, fraction) => {
      const waited = backoffMs(failures, fraction);
      expect(waited).toBeGreaterThanOrEqual(Math.round(backoffMs(failures, 1) / 2));
      expect(waited).toBeLessThanOrEqual(backoffMs(failures, 1));
    }),
  );
});
