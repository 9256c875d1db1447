/**
 * Lanes: lists of conversations, computed from what is known of each and never stored.
 * @module
 */
import { z } from 'zod';
import type { Conversation } from './conversation.ts';
import { canBeAnswered, peerKind } from './peer.ts';
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
  /** On a practice line nobody is a stranger: its phone is simulated. */
  readonly isPractice: (lineId: string) => boolean;
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

/** In milliseconds: what was left unanswered long before an import is no task that it brings. */
const importedWaitsMs = 14 * 24 * 3_600_000;

/**
 * The last word is theirs and no code, it can be answered, and the time to answer is over. Short codes are machines: they
 * wait for nobody, unless they are known.
 */
export function isWaiting(conversation: Conversation, context: LaneContext): boolean {
  return awaitsAnswer(conversation) && context.now >= waitsFrom(conversation, context) && context.now < forgottenFrom(conversation);
}

/** Since when a conversation that waits does so, in milliseconds since the epoch: when their last word came. */
export function waitingSince({ lastMessage }: Conversation): number {
  return lastMessage === null ? Number.NaN : Date.parse(lastMessage.at);
}

/** The last text is a one-time code that may still be wanted. */
export function hasFreshCode(conversation: Conversation, context: LaneContext): boolean {
  return endsInCode(conversation) && context.now < freshUntil(conversation, context);
}

/** Nobody we know: no contact, and nobody but a rule ever wrote to them. */
export function isUnknownSender({ lineId, peer, known, lastMessage }: Conversation, context: LaneContext): boolean {
  if (known || context.isContact(peer) || context.isPractice(lineId)) return false;
  return lastMessage?.direction === 'inbound' || lastMessage?.automatic === true;
}

/** Where one finds a conversation that is looked for, whatever else it is in. */
export function homeOf(conversation: Conversation, context: LaneContext): Lane {
  const homes: readonly Lane[] = [{ kind: 'inbox' }, { kind: 'unknown' }, { kind: 'archived' }];
  return homes.find((lane) => isInLane(conversation, lane, context)) ?? { kind: 'blocked' };
}

/** The next moment after `now` at which a conversation enters or leaves a lane by time alone; infinity: never. */
export function nextLaneChange(conversation: Conversation, context: LaneContext): number {
  if (conversation.blocked || conversation.archived) return Number.POSITIVE_INFINITY;
  const moments: number[] = [];
  if (awaitsAnswer(conversation)) moments.push(waitsFrom(conversation, context), forgottenFrom(conversation));
  if (endsInCode(conversation)) moments.push(freshUntil(conversation, context));
  return Math.min(...moments.filter((moment) => moment > context.now));
}

/** Two conversations in the order a lane lists them: pinned ones first, then the newest; of those that wait the one that waits longest. */
export function compareInLane(lane: Lane): (one: Place, other: Place) => number {
  if (lane.kind === 'waiting') return (one, other) => one.lastSequence - other.lastSequence || compareIds(one, other);
  return (one, other) => Number(other.pinned) - Number(one.pinned) || other.lastSequence - one.lastSequence || compareIds(other, one);
}

type Place = Pick<Conversation, 'id' | 'pinned' | 'lastSequence'>;

function compareIds({ id }: Place, other: Place): number {
  if (id === other.id) return 0;
  return id < other.id ? -1 : 1;
}

/** When nothing came or went here since an import: from when on its last text is weeks old. */
function forgottenFrom(conversation: Conversation): number {
  return conversation.lastSequence < 0 ? waitingSince(conversation) + importedWaitsMs : Number.POSITIVE_INFINITY;
}

function awaitsAnswer({ lastMessage, optOut, peer, known, muted }: Conversation): boolean {
  if (lastMessage?.direction !== 'inbound' || lastMessage.code !== undefined || optOut !== null || muted) return false;
  return canBeAnswered(peer) && (known || peerKind(peer) !== 'short-code');
}

function waitsFrom(conversation: Conversation, { waitingHours }: LaneContext): number {
  return waitingSince(conversation) + waitingHours(conversation.lineId) * hour;
}

function endsInCode({ lastMessage }: Conversation): boolean {
  return lastMessage?.direction === 'inbound' && lastMessage.code !== undefined;
}

function freshUntil({ lastMessage }: Conversation, { keepCodesHours }: LaneContext): number {
  return Date.parse(lastMessage?.at ?? '') + keepCodesHours * hour;
}
