/**
 * Pages of conversations: of everything, of a line, of a lane.
 * @module
 */
import type { Conversation } from '../domain/conversation.ts';
import { compareInLane, isInLane, type Lane, type LaneContext } from '../domain/lane.ts';
import { InvalidCursor, type MessageLog } from './ports.ts';

export type ConversationPage = { items: Conversation[]; nextCursor: string | null };

type Wanted = {
  readonly lane?: Lane;
  readonly lineId?: string;
  readonly archived?: boolean;
  readonly cursor?: string;
  readonly limit: number;
};

type Listing = Pick<MessageLog, 'conversations' | 'allConversations'>;

/** One page. Throws `InvalidCursor`. */
export function listConversations(messages: Listing, context: LaneContext, { lane, ...query }: Wanted): ConversationPage {
  if (lane === undefined) return messages.conversations(query);
  if (lane.kind === 'waiting') return listWaiting(messages, context, query);
  return messages.conversations({ ...query, where: (conversation) => isInLane(conversation, lane, context) });
}

/** Every conversation of a lane. */
export function allInLane(messages: Listing, context: LaneContext, lane: Lane): Conversation[] {
  const found: Conversation[] = [];
  for (const conversation of messages.allConversations()) if (isInLane(conversation, lane, context)) found.push(conversation);
  return found;
}

const waiting: Lane = { kind: 'waiting' };

/** Who waits longest comes first, against the order of the log: few wait, so they are all looked at for each page. */
function listWaiting(messages: Listing, context: LaneContext, { lineId, archived, cursor, limit }: Omit<Wanted, 'lane'>): ConversationPage {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const compare = compareInLane(waiting);
  const left = allInLane(messages, context, waiting)
    .filter((conversation) => lineId === undefined || conversation.lineId === lineId)
    .filter((conversation) => archived === undefined || conversation.archived === archived)
    .filter((conversation) => after === undefined || compare(conversation, after) > 0)
    .sort(compare);
  const items = left.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: left.length > limit && last !== undefined ? `w${last.lastSequence}.${last.id}` : null };
}

function placeOf(cursor: string): Pick<Conversation, 'id' | 'pinned' | 'lastSequence'> {
  const match = /^w(-?\d{1,16})\.(c_[A-Za-z0-9_-]{1,16})$/.exec(cursor);
  if (match?.[2] === undefined) throw new InvalidCursor('The list cannot go on from there');
  return { id: match[2], pinned: false, lastSequence: Number(match[1]) };
}
