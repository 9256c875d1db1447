import { systemClock } from '../../src/app/system.ts';
import type { Clock } from '../../src/core/ports.ts';

/** The system's clock, some milliseconds ahead: for what happens after a long time. */
export function shiftedClock(milliseconds: number): Clock {
  return { ...systemClock, now: () => systemClock.now() + milliseconds };
}
