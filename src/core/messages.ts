/**
 * The contract's `messages.*`: reading a thread, sending, and what can still be done about a text that did not go.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { isInOutbox, type Message } from '../domain/message.ts';
import { ok } from '../domain/result.ts';
import type { LineBook } from './line-book.ts';
import type { Outbox } from './outbox.ts';
import type { Clock, MessageLog } from './ports.ts';
import { hasOptedOut, type Send } from './send.ts';
import type { Announcer } from './state.ts';

type Dependencies = {
  readonly messages: MessageLog;
  readonly lines: LineBook;
  readonly outbox: Outbox;
  readonly send: Send;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly onChanged: (message: Message) => void;
};

type MessageHandlers = Pick<
  Handlers,
  'messages.list' | 'messages.get' | 'messages.send' | 'messages.retry' | 'messages.cancel' | 'messages.remove'
>;

export function createMessageHandlers({ messages, lines, outbox, send, announcer, clock, onChanged }: Dependencies): MessageHandlers {
  const now = (): string => new Date(clock.now()).toISOString();
  const retry = async ({ id }: { id: string }): Promise<Answered<Message>> => {
    const message = await messages.get(id);
    if (message === undefined) return refuse('not-found');
    // What came with an import was said elsewhere: it is never sent from here.
    const retryable =
      message.direction === 'outbound' &&
      message.imported !== true &&
      ['failed', 'undelivered', 'unconfirmed', 'cancelled'].includes(message.status);
    if (!retryable) return refuse('not-retryable');
    if (lines.active(message.lineId) === undefined) return refuse('line-not-found');
    if (hasOptedOut(messages, message.lineId, message.peer)) return refuse('opted-out');
    const queued = await messages.patch(id, { status: 'queued', statusAt: now(), failure: null });
    if (queued === undefined) return refuse('not-found');
    onChanged(queued);
    outbox.enqueue(queued);
    return ok(queued);
  };

  /** What could not be written down did not happen: a text that was taken out of the outbox goes back into it. */
  const takenBack = async <Value>(message: Message, write: () => Promise<Value>): Promise<Value> => {
    try {
      return await write();
    } catch (error) {
      if (isInOutbox(message)) outbox.enqueue(message);
      throw error;
    }
  };

  const cancel = async ({ id }: { id: string }): Promise<Answered<Message>> => {
    const message = await messages.get(id);
    if (message === undefined) return refuse('not-found');
    if (!isInOutbox(message) || !outbox.withdraw(message)) return refuse('not-cancellable');
    const cancelled = await takenBack(message, () => messages.patch(id, { status: 'cancelled', statusAt: now(), failure: null }));
    if (cancelled === undefined) return refuse('not-found');
    onChanged(cancelled);
    return ok(cancelled);
  };

  return {
    'messages.list': async ({ conversationId, before, limit }) => {
      const page = await messages.page({ conversationId, limit, ...(before !== undefined && { before }) });
      return page === undefined ? refuse('not-found') : ok(page);
    },
    'messages.get': async ({ id }) => {
      const message = await messages.get(id);
      return message === undefined ? refuse('not-found') : ok(message);
    },
    'messages.send': send,
    'messages.retry': retry,
    'messages.cancel': cancel,
    'messages.remove': async ({ id }) => {
      const message = await messages.get(id);
      if (message === undefined) return refuse('not-found');
      if (isInOutbox(message) && !outbox.withdraw(message))
        return refuse('not-cancellable', { message: 'This message is being handed over right now.' });
      await takenBack(message, () => messages.remove(id));
      const { conversationId } = message;
      const conversation = messages.conversation(conversationId);
      announcer.change(
        { kind: 'message-removed', id, conversationId },
        conversation === undefined ? { kind: 'conversation-removed', id: conversationId } : { kind: 'conversation', conversation },
        { kind: 'totals', totals: messages.totals() },
      );
      return ok({ id });
    },
  };
}
