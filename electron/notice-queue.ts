/**
 * Keeps a burst of texts from becoming a burst of notifications: the first is shown at once, what follows shortly after
 * waits for a moment and is shown as the newest of each conversation. Tray and badge count every text all the same.
 * @module
 */
import type { Notice } from '../src/contract/state.ts';
import type { Clock } from '../src/core/ports.ts';

/** Least time between two rounds of notifications, in milliseconds. */
const everyMs = 500;
/** Most notifications of one round: the newest. A desktop that shows more at once shows nothing. */
const most = 5;

export type NoticeQueue = {
  add(notice: Notice): void;
  /** The conversation was read: nothing of it is announced any more. */
  drop(conversationId: string): void;
};

export function createNoticeQueue({ show, clock }: { show: (notice: Notice) => void; clock: Pick<Clock, 'after'> }): NoticeQueue {
  const waiting = new Map<string, Notice>();
  let isResting = false;

  const rest = (): void => {
    isResting = true;
    clock.after(everyMs, () => {
      isResting = false;
      if (waiting.size === 0) return;
      const round = [...waiting.values()].slice(-most);
      waiting.clear();
      for (const notice of round) show(notice);
      rest();
    });
  };

  return {
    add(notice) {
      if (isResting) {
        // Put in anew, so that the newest stands last.
        waiting.delete(notice.conversationId);
        waiting.set(notice.conversationId, notice);
        return;
      }
      show(notice);
      rest();
    },
    drop(conversationId) {
      waiting.delete(conversationId);
    },
  };
}
