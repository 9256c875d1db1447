/**
 * Setting something on a conversation: durable first, then announced.
 * @module
 */
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import type { MessageLog } from './ports.ts';
import type { Announcer } from './state.ts';

type Dependencies = { readonly messages: MessageLog; readonly announcer: Announcer };

/** Sets flags; `undefined`: there is no such conversation. */
export type SetFlags = (id: string, changes: Partial<ConversationFlags>) => Promise<Conversation | undefined>;

export function createSetFlags({ messages, announcer }: Dependencies): SetFlags {
  return async (id, changes) => {
    const before = messages.conversation(id);
    // Whoever is muted, or heard again, without a word about until when is so until the user says otherwise.
    const untold = changes.muted !== undefined && changes.mutedUntil === undefined;
    const conversation = await messages.flag(id, untold ? { ...changes, mutedUntil: null } : changes);
    if (conversation === undefined) return undefined;
    announcer.change({ kind: 'conversation', conversation });
    announcer.later('totals', () => ({ kind: 'totals', totals: messages.totals() }));
    const isRead = (before?.unread ?? 0) > 0 && conversation.unread === 0;
    const isSilenced = before !== undefined && !isSilent(before) && isSilent(conversation);
    if (isRead || isSilenced) announcer.announce({ kind: 'read', conversationId: id });
    return conversation;
  };
}

/** Its notification goes, and no other comes. */
function isSilent({ muted, blocked }: Conversation): boolean {
  return muted || blocked;
}

/** Up to where a conversation is read when it is marked as read, or as unread: then its last inbound text is unread. */
export async function readUpToFor(messages: MessageLog, conversation: Conversation, read: boolean): Promise<number> {
  const { id, readUpTo, lastSequence } = conversation;
  if (read) return lastSequence;
  const page = await messages.page({ conversationId: id, limit: 50 });
  const last = page?.items.findLast((message) => message.direction === 'inbound');
  return last === undefined ? readUpTo : Math.min(readUpTo, last.sequence - 1);
}
