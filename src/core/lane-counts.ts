/**
 * How many conversations are in each lane that is computed, and where unread texts are.
 * @module
 */
import type { LaneCounts } from '../contract/state.ts';
import type { Conversation } from '../domain/conversation.ts';
import { hasFreshCode, isUnknownSender, isWaiting, type LaneContext } from '../domain/lane.ts';

/** Counts; `also` is told of each conversation on the way. */
export function countLanes(
  conversations: Iterable<Conversation>,
  context: LaneContext,
  also: (conversation: Conversation) => void,
): LaneCounts {
  const counts = { waiting: 0, codes: 0, unknown: 0, blocked: 0 };
  const unread = { inbox: 0, unknown: 0, archived: 0 };
  const lines: Record<string, number> = {};
  const tags = new Map<string, number>();
  for (const conversation of conversations) {
    also(conversation);
    if (conversation.blocked) {
      counts.blocked += 1;
      continue;
    }
    for (const tag of conversation.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const unknown = !conversation.archived && isUnknownSender(conversation, context);
    counts.unknown += Number(unknown);
    if (!conversation.archived) {
      counts.waiting += Number(isWaiting(conversation, context));
      counts.codes += Number(hasFreshCode(conversation, context));
    }
    if (conversation.unread === 0 || conversation.muted) continue;
    lines[conversation.lineId] = (lines[conversation.lineId] ?? 0) + conversation.unread;
    if (conversation.archived) unread.archived += conversation.unread;
    else if (!(unknown && context.unknownApart)) unread.inbox += conversation.unread;
    if (unknown) unread.unknown += conversation.unread;
  }
  const inOrder = [...tags].map(([tag, count]) => ({ tag, count })).sort((one, other) => one.tag.localeCompare(other.tag));
  return { ...counts, tags: inOrder, unread: { ...unread, lines } };
}
