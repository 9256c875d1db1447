/**
 * What the segments do not hold yet: the effect of the operations that are only in the journal. There are two: the
 * active tail takes new operations, the frozen one is being written into segments.
 * @module
 */
import type { Message, MessageChanges } from '../domain/message.ts';
import { placeOf } from './message-ids.ts';
import { mergeChanges, type Operation, withChanges } from './operations.ts';

export type ConversationTail = {
  /** New messages by sequence, in order, with their changes made. */
  readonly messages: Map<number, Message>;
  /** Changes of messages that are in an older tail or in a segment. */
  readonly changes: Map<number, MessageChanges>;
  readonly removed: Set<number>;
  /** The conversation's flags changed. */
  flagged: boolean;
};

export type Tail = {
  readonly conversations: Map<string, ConversationTail>;
  /** Keys in order with the ids they stand for. */
  readonly keys: { readonly key: string; readonly id: string; readonly n: number }[];
};

export function emptyTail(): Tail {
  return { conversations: new Map(), keys: [] };
}

/** Adds an operation. Adding one twice changes nothing. */
export function addToTail(tail: Tail, operation: Operation): void {
  switch (operation.op) {
    case 'put': {
      const { message } = operation;
      tailOf(tail, message.conversationId).messages.set(message.sequence, message);
      break;
    }
    case 'flag':
      tailOf(tail, operation.conversationId).flagged = true;
      break;
    default: {
      const place = placeOf(operation.id);
      if (place === undefined) return;
      const { messages, changes, removed } = tailOf(tail, place.conversationId);
      const message = messages.get(place.sequence);
      if (operation.op === 'remove') {
        messages.delete(place.sequence);
        changes.delete(place.sequence);
        removed.add(place.sequence);
      } else if (message === undefined) {
        changes.set(place.sequence, mergeChanges(changes.get(place.sequence), operation.changes));
      } else {
        messages.set(place.sequence, withChanges(message, operation.changes));
      }
    }
  }
}

function tailOf(tail: Tail, conversationId: string): ConversationTail {
  const known = tail.conversations.get(conversationId);
  if (known !== undefined) return known;
  const made: ConversationTail = { messages: new Map(), changes: new Map(), removed: new Set(), flagged: false };
  tail.conversations.set(conversationId, made);
  return made;
}

/** A message as the tails, oldest first, leave it; `base` is what the segments say. */
export function throughTails(
  base: Message | undefined,
  sequence: number,
  tails: readonly (ConversationTail | undefined)[],
): Message | undefined {
  let message = base;
  for (const tail of tails) {
    if (tail === undefined) continue;
    if (tail.removed.has(sequence)) return undefined;
    const put = tail.messages.get(sequence);
    const changes = tail.changes.get(sequence);
    if (put !== undefined) message = put;
    else if (changes !== undefined && message !== undefined) message = withChanges(message, changes);
  }
  return message;
}
