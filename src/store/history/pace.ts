/**
 * Long work in small steps: texts that arrive meanwhile must not wait for it.
 * @module
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../core/ports.ts';

/** Work goes on for so long before others have their turn. */
const stepMs = 4;

/** Asked between any two small pieces of work; what it answers, if anything, is to be waited for. */
export type Pace = () => Promise<unknown> | undefined;

export function createPace(clock: Pick<Clock, 'monotonic'>): Pace {
  let began = clock.monotonic();
  return () => {
    if (clock.monotonic() - began < stepMs) return undefined;
    return nextTurn().then(() => {
      began = clock.monotonic();
    });
  };
}
