/**
 * Whether a rule may answer a text. Two machines that answer each other must come to rest, nobody who said STOP hears
 * from a machine, and neither does a sender that is one itself.
 * @module
 */
import type { AnswerObjection } from '../../contract/methods/rules.ts';
import { findCode } from '../../domain/code.ts';
import type { Message } from '../../domain/message.ts';
import { optOutSignal } from '../../domain/opt-out.ts';
import { peerKind } from '../../domain/peer.ts';
import type { LineBook } from '../line-book.ts';
import type { Clock, MessageLog } from '../ports.ts';

/** A text that comes later than this after it was said is not answered by a machine. */
const freshMs = 60 * 60_000;
/** A person is answered at most once in this time, and at most so often in a day. */
const breatherMs = 60_000;
const dayMs = 24 * 60 * 60_000;
const mostADay = 10;
const lookBack = 60;

export type AnswerGuard = {
  /** What speaks against answering a text now; `undefined` when nothing does. */
  now(message: Message): Promise<AnswerObjection | undefined>;
  /** What would have spoken against it when the text came, had `answers` been given before. */
  backThen(message: Message, answers: readonly Answered[]): Promise<AnswerObjection | undefined>;
};

/** What is looked at of an answer that was given. */
export type Answered = Pick<Message, 'at' | 'body' | 'sequence' | 'ruleId' | 'direction'>;

type Dependencies = { readonly messages: MessageLog; readonly lines: LineBook; readonly clock: Clock };

export function createAnswerGuard({ messages, lines, clock }: Dependencies): AnswerGuard {
  /** @param isNow what came after the text counts too: of texts that come together only the first is answered */
  const judge = async (message: Message, answers: readonly Answered[], isNow: boolean): Promise<AnswerObjection | undefined> => {
    const line = lines.active(message.lineId);
    if (line === undefined) return 'receive-only';
    const provider = lines.provider(line);
    if (provider.send === undefined && !provider.info.answersInline) return 'receive-only';
    const objection = objectionToText(message);
    if (objection !== undefined) return objection;
    if (messages.conversation(message.conversationId)?.optOut) return 'opted-out';
    const { id, conversationId } = message;
    const page = await messages.page({ conversationId, limit: lookBack, ...(!isNow && { before: id }) });
    const others = (page?.items ?? []).filter((other) => other.id !== id);
    return objectionOfHistory(message, [...others, ...answers]);
  };
  return {
    backThen: (message, answers) => judge(message, answers, false),
    now: async (message) => (isOld(message, clock.now()) ? 'too-old' : judge(message, [], true)),
  };
}

/** What speaks against it in the text itself. */
export function objectionToText({ peer, body }: Pick<Message, 'peer' | 'body'>): AnswerObjection | undefined {
  if (peerKind(peer) !== 'e164') return 'not-a-number';
  if (optOutSignal(body) !== undefined) return 'keyword-of-opt-out';
  return findCode(body) === undefined ? undefined : 'code';
}

/** What speaks against it in the conversation it belongs to. */
export function objectionOfHistory(message: Pick<Message, 'at' | 'body'>, before: readonly Answered[]): AnswerObjection | undefined {
  const now = Date.parse(message.at);
  const answers = before
    .filter(({ ruleId, at }) => ruleId !== undefined && now - Date.parse(at) < dayMs)
    .sort((one, other) => one.at.localeCompare(other.at));
  const last = answers.at(-1);
  if (last === undefined) return undefined;
  if (answers.length >= mostADay) return 'answered-too-often';
  if (now - Date.parse(last.at) < breatherMs) return 'answered-just-now';
  // What comes back word for word, ours or theirs again and again, comes from a machine.
  const echoes = answers.some(({ body }) => body === message.body);
  const repeats = before.filter(({ direction, body }) => direction === 'inbound' && body === message.body).length;
  return echoes || repeats >= 3 ? 'repeats-itself' : undefined;
}

function isOld({ providerAt, at }: Message, now: number): boolean {
  return now - Date.parse(providerAt ?? at) > freshMs;
}
