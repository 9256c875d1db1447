/**
 * The contract's `messages.*`: reading a thread, sending, and what can still be done about a text that did not go.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import type { Handlers, ParsedInput } from '../contract/methods.ts';
import { isInOutbox, type Message } from '../domain/message.ts';
import { normalizeAddress } from '../domain/peer.ts';
import { ok } from '../domain/result.ts';
import type { LineBook } from './line-book.ts';
import { objectionTo } from './objections.ts';
import type { Outbox } from './outbox.ts';
import type { Clock, MessageLog } from './ports.ts';
import type { Announcer } from './state.ts';

type Dependencies = {
  readonly messages: MessageLog;
  readonly lines: LineBook;
  readonly outbox: Outbox;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly onChanged: (message: Message) => void;
};

type MessageHandlers = Pick<
  Handlers,
  'messages.list' | 'messages.get' | 'messages.send' | 'messages.retry' | 'messages.cancel' | 'messages.remove'
>;

export function createMessageHandlers({ messages, lines, outbox, announcer, clock, onChanged }: Dependencies): MessageHandlers {
  const now = (): string => new Date(clock.now()).toISOString();
  const optedOut = (lineId: string, peer: string): boolean => {
    const conversation = messages.conversation(messages.conversationId(lineId, peer));
    return conversation !== undefined && conversation.optOut !== null;
  };

  const send = async (input: ParsedInput<'messages.send'>): Promise<Answered<Message>> => {
    const key = clientKey(input.clientId);
    const known = messages.idOf(key);
    const earlier = known === undefined ? undefined : await messages.get(known);
    if (earlier !== undefined) return ok(earlier);

    const line = lines.active(input.lineId);
    if (line === undefined) return refuse('line-not-found');
    const peer = normalizeAddress(input.to);
    const isKnownPeer = messages.conversation(messages.conversationId(line.id, peer)) !== undefined;
    const objection = objectionTo(lines.provider(line), { ...input, peer, isKnownPeer });
    if (objection !== undefined) return objection;
    if (input.overrideOptOut !== true && optedOut(line.id, peer)) return refuse('opted-out');

    const appended = await messages.append(
      {
        lineId: line.id,
        peer,
        direction: 'outbound',
        body: input.body,
        ...(input.mediaUrls?.length && { media: input.mediaUrls.map((url) => ({ url })) }),
        at: now(),
        status: 'queued',
        clientId: input.clientId,
      },
      [key],
    );
    if (appended.kind === 'stored') {
      onChanged(appended.message);
      outbox.enqueue(appended.message);
    }
    return ok(appended.message);
  };

  const retry = async ({ id }: { id: string }): Promise<Answered<Message>> => {
    const message = await messages.get(id);
    if (message === undefined) return refuse('not-found');
    const retryable = message.direction === 'outbound' && ['failed', 'undelivered', 'unconfirmed', 'cancelled'].includes(message.status);
    if (!retryable) return refuse('not-retryable');
    if (lines.active(message.lineId) === undefined) return refuse('line-not-found');
    if (optedOut(message.lineId, message.peer)) return refuse('opted-out');
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

/** What an outbound text is known by in the log from the moment it was composed. */
function clientKey(clientId: string): string {
  return `client:${clientId}`;
}
