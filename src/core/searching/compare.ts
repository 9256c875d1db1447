/**
 * Which conversations the index does not hold as the log does.
 * @module
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndexedConversation, MessageLog, SearchIndex } from '../ports.ts';

export type Behind = {
  readonly id: string;
  /** What the index holds of it. */
  readonly known: IndexedConversation | undefined;
  /** About how many messages are to be read. */
  readonly missing: number;
};

/** How many conversations are compared before others have their turn. */
const compareAtOnce = 500;

/** Newest conversations first: what people look for is mostly new. */
export async function findBehind({
  index,
  messages,
}: {
  readonly index: Pick<SearchIndex, 'known'>;
  readonly messages: Pick<MessageLog, 'allConversations'>;
}): Promise<readonly Behind[]> {
  const known = new Map((await index.known()).map((conversation) => [conversation.id, conversation]));
  const behind: { readonly conversation: Behind; readonly lastSequence: number }[] = [];
  let compared = 0;
  for (const { id, count, lastSequence } of messages.allConversations()) {
    compared += 1;
    if (compared % compareAtOnce === 0) await nextTurn();
    const indexed = known.get(id);
    known.delete(id);
    const same = (indexed?.count ?? 0) === count && (count === 0 || indexed?.lastSequence === lastSequence);
    if (same) continue;
    const missing = Math.max(1, count - (indexed?.count ?? 0));
    behind.push({ conversation: { id, known: indexed, missing }, lastSequence });
  }
  // What the log does not know at all.
  for (const conversation of known.values()) {
    behind.push({ conversation: { id: conversation.id, known: conversation, missing: 1 }, lastSequence: Number.NEGATIVE_INFINITY });
  }
  return behind.sort((one, other) => other.lastSequence - one.lastSequence).map(({ conversation }) => conversation);
}
