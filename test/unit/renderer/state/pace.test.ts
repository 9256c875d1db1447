import { expect, test } from 'vitest';
import { createPace } from '../../../../renderer/state/pace.ts';
import { manualClock } from '../../../support/manual-clock.ts';

test('a change is shown with the next frame, a burst in a few lots', () => {
  const clock = manualClock();
  const pace = createPace({ after: clock.after, now: clock.monotonic });
  const shown: number[] = [];
  let waiting = false;
  const change = () => {
    if (waiting) return;
    waiting = true;
    pace(() => {
      waiting = false;
      shown.push(clock.monotonic());
    });
  };
  change();
  clock.advance(1_000);
  expect(shown).toEqual([16]);
  for (let passed = 0; passed < 1_000; passed += 10) {
    change();
    clock.advance(10);
  }
  expect(shown.length - 1).toBeGreaterThanOrEqual(7);
  expect(shown.length - 1).toBeLessThanOrEqual(10);
  clock.advance(1_000);
  const quiet = clock.monotonic();
  change();
  clock.advance(16);
  expect(shown.at(-1)).toBe(quiet + 16);
});
