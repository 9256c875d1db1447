import { expect, test } from 'vitest';
import { mutedUntil } from '../../../../renderer/notices/mute-times.ts';

const evening = new Date(2026, 2, 28, 22, 15);

test('one mutes for hours, until tomorrow morning, or until one says so', () => {
  expect(mutedUntil('hour', evening)).toBe(new Date(evening.getTime() + 3_600_000).toISOString());
  expect(mutedUntil('hours', evening)).toBe(new Date(evening.getTime() + 8 * 3_600_000).toISOString());
  expect(mutedUntil('tomorrow', evening)).toBe(new Date(2026, 2, 29, 8, 0).toISOString());
  expect(mutedUntil('tomorrow', new Date(2026, 11, 31, 9, 0))).toBe(new Date(2027, 0, 1, 8, 0).toISOString());
  expect(mutedUntil('always', evening)).toBeNull();
});
