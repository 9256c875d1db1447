/**
 * Decides when a checkpoint runs: when the journal has grown and nobody writes at the moment, or when it has grown so much
 * that replaying it would make a start slow, and at the end. The more a checkpoint takes at once, the fewer files it
 * writes for each message. One that failed is tried again later, while the journal goes on.
 * @module
 */
import type { Clock, Logger } from '../core/ports.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';
import type { LogState } from './log-state.ts';

const journalBytes = 16 * 1024 * 1024;
/** This part of what is too much is enough when it is quiet. */
const quietPart = 4;
/** So long without a commit is quiet. */
const quietMs = 250;
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
  let committedAt = Number.NEGATIVE_INFINITY;
  let cancelQuiet: (() => void) | undefined;

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

  const consider = (): void => {
    if (closed || running !== undefined || clock.monotonic() < notBefore) return;
    if (unfinished || exceeds(sealAfter, journalBytes)) run();
    else if (exceeds(sealAfter / quietPart, journalBytes / quietPart)) cancelQuiet ??= clock.after(quietMs, whenQuiet);
  };
  const whenQuiet = (): void => {
    cancelQuiet = undefined;
    if (closed || running !== undefined) return;
    if (clock.monotonic() - committedAt >= quietMs) run();
    else consider();
  };
  const run = (): void => {
    running = seal().finally(() => {
      running = undefined;
      consider();
    });
  };
  const cancelFirst = clock.after(firstAfterMs, consider);

  return {
    onCommit() {
      committedAt = clock.monotonic();
      consider();
    },
    async close() {
      closed = true;
      cancelFirst();
      cancelQuiet?.();
      await running;
      const isMuch = unfinished || exceeds(leftOperations, leftBytes);
      if (isMuch && state.active.conversations.size <= closingConversations) await seal();
    },
  };
}
