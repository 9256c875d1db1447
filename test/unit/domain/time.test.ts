import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantSchema, toInstant } from '../../../src/domain/time.ts';

test.each([
  ['2026-03-01T15:30:00.000Z', '2026-03-01T15:30:00.000Z'],
  ['2026-02-13T14:30:00-05:00', '2026-02-13T19:30:00.000Z'],
  ['2026-02-13T14:30:00+0530', '2026-02-13T09:00:00.000Z'],
  ['2026-03-06T10:00:00Z', '2026-03-06T10:00:00.000Z'],
  ['2026-03-06T10:00:00.123456Z', '2026-03-06T10:00:00.123Z'],
  ['2026-03-06T10:00:00', '2026-03-06T10:00:00.000Z'],
])('%s is the moment %s', (text, instant) => {
  expect(toInstant(text)).toBe(instant);
});

test.each([
  '',
  'now',
  '1709728800',
  '2026-03-06',
  '2026-13-01T00:00:00Z',
  '2026-03-06T25:00:00Z',
  '9999-12-31T23:59:59-12:00',
  '0000-01-01T00:00:00+12:00',
])('"%s" is no moment', (text) => {
  expect(toInstant(text)).toBeUndefined();
});

test('whatever is read can be stored', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-][01]\d:?[0-5]\d)?$/),
  );
  fc.assert(
    fc.property(text, (time) => {
      const instant = toInstant(time);
      if (instant !== undefined) expect(instantSchema.safeParse(instant).success).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
