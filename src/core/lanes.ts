/**
 * What lanes depend on, from settings, lines and contacts, and how many conversations are in each. The counts are made
 * anew from all conversations, which can never go wrong, but never so often that it takes more than a hundredth of the
 * time, however many texts come in.
 * @module
 */
import type { LaneCounts } from '../contract/state.ts';
import { type LaneContext, nextLaneChange } from '../domain/lane.ts';
import type { Settings } from '../domain/settings.ts';
import { countLanes } from './lane-counts.ts';
import type { LineBook } from './line-book.ts';
import type { Clock, MessageLog } from './ports.ts';
import type { Announcer } from './state.ts';

export type Lanes = {
  /** What a conversation's lanes are judged by now. */
  context(): LaneContext;
  counts(): LaneCounts;
  /** Conversations, or what their lanes are judged by, may have changed: new counts are announced soon, if they differ. */
  changed(): void;
  /** The computer slept: what time changes was not changed in time. */
  resumed(): void;
  close(): void;
};

type Dependencies = {
  readonly messages: Pick<MessageLog, 'allConversations'>;
  readonly lines: Pick<LineBook, 'all'>;
  readonly settings: () => Settings;
  readonly isContact: (address: string) => boolean;
  readonly announcer: Pick<Announcer, 'change' | 'isHeard'>;
  readonly clock: Clock;
};

/** How soon after a change counts are announced at the earliest, in milliseconds. */
const settling = 60;
/** After counting, so many times as long as it took passes before it is done again. */
const rest = 100;
/** Timers cannot be set for longer than about 24 days. */
const longestWait = 12 * 3_600_000;

export function createLanes({ messages, lines, settings, isContact, announcer, clock }: Dependencies): Lanes {
  let announced = '';
  let countAgainAt = 0;
  let stopWaiting: (() => void) | undefined;
  let stopClock: (() => void) | undefined;

  const context = (): LaneContext => {
    const { lanes, codes } = settings();
    const all = new Map(lines.all().map((line) => [line.id, line]));
    return {
      now: clock.now(),
      isContact,
      isPractice: (lineId) => all.get(lineId)?.provider === 'practice',
      waitingHours: (lineId) => all.get(lineId)?.waitingHours ?? lanes.waitingHours,
      keepCodesHours: codes.keepHours,
      unknownApart: lanes.unknownApart,
    };
  };

  const counts = (): LaneCounts => {
    const present = context();
    const began = clock.monotonic();
    let next = Number.POSITIVE_INFINITY;
    const counted = countLanes(messages.allConversations(), present, (conversation) => {
      next = Math.min(next, nextLaneChange(conversation, present));
    });
    countAgainAt = clock.monotonic() + rest * (clock.monotonic() - began);
    stopClock?.();
    stopClock = next === Number.POSITIVE_INFINITY ? undefined : clock.after(Math.min(next - present.now, longestWait), changed);
    return counted;
  };

  const announce = (): void => {
    stopWaiting = undefined;
    const laneCounts = counts();
    const words = JSON.stringify(laneCounts);
    if (words === announced) return;
    announced = words;
    announcer.change({ kind: 'lane-counts', laneCounts });
  };

  function changed(): void {
    // Whoever comes to listen is given the counts as they then are.
    if (stopWaiting !== undefined || !announcer.isHeard()) return;
    stopWaiting = clock.after(Math.max(settling, countAgainAt - clock.monotonic()), announce);
  }

  return {
    context,
    counts,
    changed,
    resumed: changed,
    close() {
      stopWaiting?.();
      stopClock?.();
    },
  };
}
