import { systemClock } from '../../src/app/system.ts';
import type { Clock } from '../../src/core/ports.ts';

export type SteeredClock = Clock & {
  /** Moves the time of day on, as a computer finds it when it wakes up; timers stay as they are. */
  skip(milliseconds: number): void;
};

/** The system's clock, whose time of day a test can move on. */
export function steeredClock(): SteeredClock {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => systemClock.now() + ahead,
    skip(milliseconds) {
      ahead += milliseconds;
    },
  };
}
