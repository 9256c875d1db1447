/**
 * Tells providers where to send texts. One that could not be told is told again by itself, later and later: with an
 * address that changes on its own nobody may be there to press a button.
 * @module
 */
import type { Clock, Logger } from '../ports.ts';
import type { Registrations } from './registration.ts';

/** After the first failure, and twice as long after each further one. */
const againMs = 60_000;
const againAtMostMs = 3_600_000;

export type Telling = {
  tell(): Promise<void>;
  /** What is due is not done any more, until the next `tell`. */
  stop(): void;
};

export function createTelling({ registrations, clock, logger }: { registrations: Registrations; clock: Clock; logger: Logger }): Telling {
  let takeBack: (() => void) | undefined;
  let failures = 0;
  /** Counts the calls: one that was overtaken, or stopped, plans nothing. */
  let turn = 0;

  const tell = async (): Promise<void> => {
    takeBack?.();
    turn += 1;
    const mine = turn;
    await registrations.follow();
    if (mine !== turn) return;
    failures = registrations.haveFailed() ? failures + 1 : 0;
    if (failures === 0) return;
    const waitMs = Math.min(againMs * 2 ** (failures - 1), againAtMostMs);
    takeBack = clock.after(waitMs, () => {
      tell().catch((error: unknown) => logger.error('registration.not-followed', { error }));
    });
  };

  return {
    tell,
    stop() {
      takeBack?.();
      turn += 1;
      failures = 0;
    },
  };
}
