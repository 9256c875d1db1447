/**
 * The message log, telling of every change to a conversation, whoever makes it.
 * @module
 */
import type { ConversationFlags } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { MessageLog } from './ports.ts';

export type MessageWatcher = {
  /** Something changed, and the change is durable. */
  readonly onChange: () => void;
  /** A message is gone for good. */
  readonly onRemoved: (message: Message) => void;
  /** Something was set on a conversation. */
  readonly onFlags: (conversationId: string, changes: Partial<ConversationFlags>) => void;
};

export function watchedMessages(messages: MessageLog, { onChange, onRemoved, onFlags }: MessageWatcher): MessageLog {
  const told = <Value>(work: Promise<Value>): Promise<Value> => {
    work.then(onChange, () => undefined);
    return work;
  };
  return {
    ...messages,
    append: (draft, keys) => told(messages.append(draft, keys)),
    patch: (id, changes, keys) => told(messages.patch(id, changes, keys)),
    async remove(id) {
      const removed = await told(messages.remove(id));
      if (removed !== undefined) onRemoved(removed);
      return removed;
    },
    async flag(conversationId, changes) {
      const conversation = await told(messages.flag(conversationId, changes));
      onFlags(conversationId, changes);
      return conversation;
    },
  };
}
