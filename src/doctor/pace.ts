/**
 * Work in slices: whatever the doctor does, texts can arrive meanwhile.
 * @module
 */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../core/ports.ts';

/** Milliseconds of work at a time. */
const sliceMs = 4;

export type Pace = {
  /** To be waited for between steps, often. */
  rest(): Promise<void> | undefined;
};

export function createPace(clock: Pick<Clock, 'monotonic'>): Pace {
  let began = clock.monotonic();
  const pause = async (): Promise<void> => {
    await setImmediate();
    began = clock.monotonic();
  };
  return { rest: () => (clock.monotonic() - began < sliceMs ? undefined : pause()) };
}
