/**
 * Decides when a checkpoint runs: when the journal has grown so much that replaying it would make a start slow, and at
 * the end. One that failed is tried again later, while the journal goes on.
 * @module
 */
import type { Clock, Logger } from '../core/ports.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';

const journalBytes = 4 * 1024 * 1024;
/** At the end, less than this is left for the next start to replay. */
const leftOperations = 200;
const leftBytes = 256 * 1024;
const retryAfterMs = 10_000;

export type Sealer = { onCommit(): void; close(): Promise<void> };

type Dependencies = {
  readonly journal: Journal;
  readonly checkpoint: Checkpoint;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sealAfter: number;
};

export function createSealer({ journal, checkpoint, clock, logger, sealAfter }: Dependencies): Sealer {
  let running: Promise<boolean> | undefined;
  let notBefore = Number.NEGATIVE_INFINITY;
  let unfinished = false;

  const exceeds = (operations: number, bytes: number): boolean => {
    const size = journal.size();
    return size.operations >= operations || size.bytes >= bytes;
  };
  const seal = async (): Promise<boolean> => {
    try {
      await checkpoint.run();
      unfinished = false;
      return true;
    } catch (error) {
      // Everything is still in the journal.
      unfinished = true;
      notBefore = clock.monotonic() + retryAfterMs;
      logger.warn('store.checkpoint-failed', { error });
      return false;
    }
  };

  const onCommit = (): void => {
    if (running !== undefined || clock.monotonic() < notBefore) return;
    if (!unfinished && !exceeds(sealAfter, journalBytes)) return;
    running = seal().finally(() => {
      running = undefined;
      onCommit();
    });
  };

  return {
    onCommit,
    async close() {
      notBefore = Number.POSITIVE_INFINITY;
      await running;
      if (unfinished || exceeds(leftOperations, leftBytes)) await seal();
    },
  };
}
