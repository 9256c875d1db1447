/**
 * Decides when a checkpoint runs: when the journal has grown so much that replaying it would make a start slow, and at
 * the end. One that failed is tried again later, while the journal goes on.
 * @module
 */
import type { Clock, Logger } from '../core/ports.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';
import type { LogState } from './log-state.ts';

const journalBytes = 4 * 1024 * 1024;
/** At the end, less than this is left for the next start to replay. */
const leftOperations = 200;
const leftBytes = 256 * 1024;
/** So is what concerns more conversations than this: writing to all of them would hold up whoever closes the app. */
const closingConversations = 1_000;
/** A start that found much in the journal is over by then. */
const firstAfterMs = 5_000;
const retryAfterMs = 10_000;

export type Sealer = { onCommit(): void; close(): Promise<void> };

type Dependencies = {
  readonly state: LogState;
  readonly journal: Journal;
  readonly checkpoint: Checkpoint;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sealAfter: number;
};

export function createSealer({ state, journal, checkpoint, clock, logger, sealAfter }: Dependencies): Sealer {
  let running: Promise<void> | undefined;
  let notBefore = Number.NEGATIVE_INFINITY;
  let unfinished = false;
  let closed = false;

  const exceeds = (operations: number, bytes: number): boolean => {
    const size = journal.size();
    return size.operations >= operations || size.bytes >= bytes;
  };
  const seal = async (): Promise<void> => {
    try {
      await checkpoint.run();
      unfinished = false;
    } catch (error) {
      // Everything is still in the journal.
      unfinished = true;
      notBefore = clock.monotonic() + retryAfterMs;
      logger.warn('store.checkpoint-failed', { error });
    }
  };

  const onCommit = (): void => {
    if (closed || running !== undefined || clock.monotonic() < notBefore) return;
    if (!unfinished && !exceeds(sealAfter, journalBytes)) return;
    running = seal().finally(() => {
      running = undefined;
      onCommit();
    });
  };
  const cancelFirst = clock.after(firstAfterMs, onCommit);

  return {
    onCommit,
    async close() {
      closed = true;
      cancelFirst();
      await running;
      const isMuch = unfinished || exceeds(leftOperations, leftBytes);
      if (isMuch && state.active.conversations.size <= closingConversations) await seal();
    },
  };
}
