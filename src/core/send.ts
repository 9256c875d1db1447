/**
 * Takes a text that was composed, by the user, at its scheduled moment or by a rule, and puts it into the outbox. The
 * same `clientId` is the same text, however often it is given here.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import type { ParsedInput } from '../contract/methods.ts';
import type { Message } from '../domain/message.ts';
import { normalizeAddress } from '../domain/peer.ts';
import { ok } from '../domain/result.ts';
import type { LineBook } from './line-book.ts';
import { objectionTo } from './objections.ts';
import type { Outbox } from './outbox.ts';
import type { Clock, MessageLog } from './ports.ts';

export type SendRequest = ParsedInput<'messages.send'> & Partial<Pick<Message, 'scheduledFor' | 'ruleId'>>;

export type Send = (request: SendRequest) => Promise<Answered<Message>>;

type Dependencies = {
  readonly messages: MessageLog;
  readonly lines: LineBook;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly onChanged: (message: Message) => void;
};

export function createSend({ messages, lines, outbox, clock, onChanged }: Dependencies): Send {
  return async (request) => {
    const key = clientKey(request.clientId);
    const known = messages.idOf(key);
    const earlier = known === undefined ? undefined : await messages.get(known);
    if (earlier !== undefined) return ok(earlier);

    const line = lines.active(request.lineId);
    if (line === undefined) return refuse('line-not-found');
    const peer = normalizeAddress(request.to);
    const isKnownPeer = messages.conversation(messages.conversationId(line.id, peer)) !== undefined;
    const objection = objectionTo(lines.provider(line), { ...request, peer, isKnownPeer });
    if (objection !== undefined) return objection;
    if (request.overrideOptOut !== true && hasOptedOut(messages, line.id, peer)) return refuse('opted-out');

    const now = clock.now();
    const { undoSeconds = 0, scheduledFor, ruleId } = request;
    const appended = await messages.append(
      {
        lineId: line.id,
        peer,
        direction: 'outbound',
        body: request.body,
        ...(request.mediaUrls?.length && { media: request.mediaUrls.map((url) => ({ url })) }),
        at: new Date(now).toISOString(),
        status: 'queued',
        clientId: request.clientId,
        ...(undoSeconds > 0 && { notBefore: new Date(now + undoSeconds * 1_000).toISOString() }),
        ...(scheduledFor !== undefined && { scheduledFor }),
        ...(ruleId !== undefined && { ruleId }),
      },
      [key],
    );
    if (appended.kind === 'stored') {
      onChanged(appended.message);
      outbox.enqueue(appended.message);
    }
    return ok(appended.message);
  };
}

/** The peer asked not to be texted on this line. */
export function hasOptedOut(messages: MessageLog, lineId: string, peer: string): boolean {
  const conversation = messages.conversation(messages.conversationId(lineId, peer));
  return conversation !== undefined && conversation.optOut !== null;
}

/** What an outbound text is known by in the log from the moment it was composed. */
function clientKey(clientId: string): string {
  return `client:${clientId}`;
}
