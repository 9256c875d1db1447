/**
 * The message log, telling of every change to a conversation, whoever makes it.
 * @module
 */
import type { MessageLog } from './ports.ts';

/** `onChange` is told once a change is durable. */
export function watchedMessages(messages: MessageLog, onChange: () => void): MessageLog {
  const told = <Value>(work: Promise<Value>): Promise<Value> => {
    work.then(onChange, () => undefined);
    return work;
  };
  return {
    ...messages,
    append: (draft, keys) => told(messages.append(draft, keys)),
    patch: (id, changes, keys) => told(messages.patch(id, changes, keys)),
    remove: (id) => told(messages.remove(id)),
    flag: (conversationId, changes) => told(messages.flag(conversationId, changes)),
  };
}
