import { systemClock } from '../../src/app/system.ts';
import type { Clock } from '../../src/core/ports.ts';

/** The system's clock, but every wait is over so many times sooner: for tests that would spend their time waiting. */
export function hastyClock(times: number): Clock {
  return { ...systemClock, after: (milliseconds, task) => systemClock.after(Math.ceil(milliseconds / times), task) };
}
