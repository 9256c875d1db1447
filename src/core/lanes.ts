/**
 * What lanes depend on, from settings, lines and contacts, and how many conversations are in each.
 * @module
 */
import type { LaneCounts } from '../contract/state.ts';
import { hasFreshCode, isUnknownSender, isWaiting, type LaneContext } from '../domain/lane.ts';
import type { Settings } from '../domain/settings.ts';
import type { LineBook } from './line-book.ts';
import type { Clock, MessageLog } from './ports.ts';

export type Lanes = {
  /** What a conversation's lanes are judged by now. */
  context(): LaneContext;
  counts(): LaneCounts;
};

type Dependencies = {
  readonly messages: MessageLog;
  readonly lines: LineBook;
  readonly settings: () => Settings;
  readonly isContact: (address: string) => boolean;
  readonly clock: Clock;
};

export function createLanes({ messages, lines, settings, isContact, clock }: Dependencies): Lanes {
  const context = (): LaneContext => {
    const { lanes, codes } = settings();
    return {
      now: clock.now(),
      isContact,
      waitingHours: (lineId) => lines.any(lineId)?.waitingHours ?? lanes.waitingHours,
      keepCodesHours: codes.keepHours,
      unknownApart: lanes.unknownApart,
    };
  };
  return {
    context,
    counts() {
      const present = context();
      const counts = { waiting: 0, codes: 0, unknown: 0, blocked: 0 };
      const tags = new Map<string, number>();
      for (const conversation of messages.conversations({ limit: Number.MAX_SAFE_INTEGER }).items) {
        if (conversation.blocked) counts.blocked += 1;
        else for (const tag of conversation.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
        if (conversation.blocked || conversation.archived) continue;
        counts.waiting += Number(isWaiting(conversation, present));
        counts.codes += Number(hasFreshCode(conversation, present));
        counts.unknown += Number(isUnknownSender(conversation, present));
      }
      return { ...counts, tags: [...tags].map(([tag, count]) => ({ tag, count })).sort((one, other) => one.tag.localeCompare(other.tag)) };
    },
  };
}
