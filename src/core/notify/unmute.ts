/**
 * Whoever is muted until a certain time is heard again from then on: the log knows only `muted`, so somebody has to take
 * it back when the time has come.
 * @module
 */
import type { ConversationFlags } from '../../domain/conversation.ts';
import type { SetFlags } from '../conversation-flags.ts';
import type { Clock, Logger, MessageLog } from '../ports.ts';

export type Unmute = {
  /** Flags of a conversation were set. */
  flagged(conversationId: string, changes: Partial<ConversationFlags>): void;
  start(): void;
  resumed(): void;
  close(): void;
};

type Dependencies = {
  readonly messages: Pick<MessageLog, 'allConversations' | 'conversation'>;
  readonly setFlags: SetFlags;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Timers cannot be set for longer than about 24 days, and clocks are set anew. */
const longestWait = 12 * 3_600_000;
/** When it could not be written, in milliseconds. */
const tryAgainAfter = 60_000;

export function createUnmute({ messages, setFlags, clock, logger }: Dependencies): Unmute {
  /** Until when, in milliseconds since the epoch. */
  const muted = new Map<string, number>();
  let stop: (() => void) | undefined;

  const unmute = (id: string): void => {
    muted.delete(id);
    setFlags(id, { muted: false, mutedUntil: null }).catch((error: unknown) => {
      logger.warn('unmute.failed', { id, error });
      muted.set(id, clock.now() + tryAgainAfter);
      wait();
    });
  };

  function wait(): void {
    stop?.();
    stop = undefined;
    const now = clock.now();
    for (const [id, until] of muted) if (until <= now) unmute(id);
    const next = Math.min(...muted.values());
    if (next !== Number.POSITIVE_INFINITY) stop = clock.after(Math.min(Math.max(next - now, 1), longestWait), wait);
  }

  return {
    flagged(id, changes) {
      if (changes.muted === undefined && changes.mutedUntil === undefined) return;
      const conversation = messages.conversation(id);
      if (conversation?.muted === true && conversation.mutedUntil !== null) muted.set(id, Date.parse(conversation.mutedUntil));
      else if (!muted.delete(id)) return;
      wait();
    },
    start() {
      for (const { id, muted: isMuted, mutedUntil } of messages.allConversations()) {
        if (isMuted && mutedUntil !== null) muted.set(id, Date.parse(mutedUntil));
      }
      wait();
    },
    resumed: wait,
    close: () => stop?.(),
  };
}
