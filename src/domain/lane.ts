/**
 * Lanes: lists of conversations, computed from what is known of each and never stored.
 * @module
 */
import { z } from 'zod';
import type { Conversation } from './conversation.ts';
import { canBeAnswered } from './peer.ts';
import { assertNever } from './result.ts';
import { tagSchema } from './tag.ts';

export const laneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbox') }),
  /** The last word is theirs, and it was said a while ago. */
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('codes') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('archived') }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('line'), lineId: z.string() }),
  z.object({ kind: z.literal('tag'), tag: tagSchema }),
]);
export type Lane = Readonly<z.infer<typeof laneSchema>>;

/** What lanes depend on besides the conversation. */
export type LaneContext = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly isContact: (address: string) => boolean;
  readonly waitingHours: (lineId: string) => number;
  readonly keepCodesHours: number;
  /** Unknown senders are in their own lane only. */
  readonly unknownApart: boolean;
};

const hour = 3_600_000;

/** Whether a conversation belongs in a lane now. */
export function isInLane(conversation: Conversation, lane: Lane, context: LaneContext): boolean {
  if (lane.kind === 'blocked') return conversation.blocked;
  if (conversation.blocked) return false;
  switch (lane.kind) {
    case 'line':
      return conversation.lineId === lane.lineId;
    case 'tag':
      return conversation.tags.includes(lane.tag);
    case 'archived':
      return conversation.archived;
    case 'inbox':
      return !conversation.archived && !(context.unknownApart && isUnknownSender(conversation, context));
    case 'waiting':
      return !conversation.archived && isWaiting(conversation, context);
    case 'codes':
      return !conversation.archived && hasFreshCode(conversation, context);
    case 'unknown':
      return !conversation.archived && isUnknownSender(conversation, context);
    default:
      return assertNever(lane);
  }
}

/** The last word is theirs and no code, it can be answered, and the time to answer is over. */
export function isWaiting({ lastMessage, lineId, peer, optOut }: Conversation, context: LaneContext): boolean {
  if (lastMessage?.direction !== 'inbound' || lastMessage.code !== undefined || optOut !== null || !canBeAnswered(peer)) return false;
  return context.now - Date.parse(lastMessage.at) >= context.waitingHours(lineId) * hour;
}

/** The last text is a one-time code that may still be wanted. */
export function hasFreshCode({ lastMessage }: Conversation, { now, keepCodesHours }: LaneContext): boolean {
  if (lastMessage?.direction !== 'inbound' || lastMessage.code === undefined) return false;
  return now - Date.parse(lastMessage.at) < keepCodesHours * hour;
}

/** Nobody we know: no contact, and nobody ever wrote to them. */
export function isUnknownSender({ peer, known, lastMessage }: Conversation, { isContact }: LaneContext): boolean {
  return !known && lastMessage?.direction === 'inbound' && !isContact(peer);
}
