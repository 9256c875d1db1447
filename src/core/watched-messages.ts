/**
 * The message log, telling of every change to a conversation, whoever makes it.
 * @module
 */
import type { Message } from '../domain/message.ts';
import type { MessageLog } from './ports.ts';

/** `onChange` is told once a change is durable, `onRemoved` of each message that is gone for good. */
export function watchedMessages(messages: MessageLog, onChange: () => void, onRemoved: (message: Message) => void): MessageLog {
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
    flag: (conversationId, changes) => told(messages.flag(conversationId, changes)),
  };
}
