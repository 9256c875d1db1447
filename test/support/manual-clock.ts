import type { Clock } from '../../src/core/ports.ts';

export type ManualClock = Clock & {
  /** Lets time pass; tasks that fall due run in their order. */
  advance(milliseconds: number): void;
  /** How many tasks wait. */
  waiting(): number;
};

/** A stand-in for the system's clock that only moves when told. */
export function manualClock(start = Date.parse('2026-03-01T12:00:00.000Z')): ManualClock {
  let now = start;
  let tasks: { due: number; task: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now - start,
    after(milliseconds, task) {
      const entry = { due: now + milliseconds, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((known) => known !== entry);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = tasks.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0];
        if (next === undefined) break;
        tasks = tasks.filter((known) => known !== next);
        now = Math.max(now, next.due);
        next.task();
      }
      now = end;
    },
    waiting: () => tasks.length,
  };
}
