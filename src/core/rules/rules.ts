/**
 * Rules at work: what they do with a new text after it is stored, and what one would have done with those before.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { MethodOutput, ParsedInput } from '../../contract/methods.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { wallTime } from '../../domain/hours.ts';
import { isUnknownSender } from '../../domain/lane.ts';
import type { Message } from '../../domain/message.ts';
import { assertNever, ok } from '../../domain/result.ts';
import type { Rule } from '../../domain/rule.ts';
import { type RuleStep, stepsFor } from '../../domain/rule-match.ts';
import { inOrder } from '../composing/order.ts';
import { createSetFlags } from '../conversation-flags.ts';
import type { Ground, Part } from '../ground.ts';
import type { Problems } from '../problems.ts';
import { createTurns } from '../turns.ts';
import { type Answered, createAnswerGuard } from './answering.ts';
import { createForward } from './forward.ts';
import { newestInbound } from './newest-inbound.ts';

type Names = 'rules.save' | 'rules.remove' | 'rules.order' | 'rules.tryOut';

/** More than this nobody oversees. */
const mostRules = 100;

export type Rules = Part<Names> & {
  /**
   * The answer a rule gives to a text that was just stored, to be sent with the webhook's own response. It is stored as
   * sent before this resolves. `undefined`: none, or one that goes through the send API later.
   */
  inlineAnswer(message: Message): Promise<string | undefined>;
};

type Dependencies = Ground & { readonly problems: Problems };

export function createRules(dependencies: Dependencies): Rules {
  const { messages, lines, lists, lanes, clock, random, http, logger, announcer, send, onChanged, problems } = dependencies;
  const setFlags = createSetFlags({ messages, announcer });
  const guard = createAnswerGuard({ messages, lines, clock });
  /** One text of a conversation after the other: each sees what was done because of those before. */
  const turns = createTurns();
  const forward = createForward({
    http,
    clock,
    onSettled(url, failure) {
      if (failure === undefined || !isForwardedTo(url)) return isOver(url);
      untaken.add(url);
      problems.raise(notForwarded(`forward ${url}`, url, failure));
    },
  });
  const { rules } = lists;
  /** Addresses that took no text the last time. */
  const untaken = new Set<string>();
  const isOver = (url: string): void => {
    untaken.delete(url);
    problems.clear(`forward ${url}`);
  };
  const isForwardedTo = (url: string): boolean =>
    rules.all().some(({ enabled, actions }) => enabled && actions.some((action) => action.do === 'forward' && action.url === url));
  /** What no rule wants any more is no problem any more. */
  const forgetUnwanted = (): void => {
    for (const url of untaken) if (!isForwardedTo(url)) isOver(url);
  };

  const steps = (active: readonly Rule[], message: Message): readonly RuleStep[] => {
    const conversation = messages.conversation(message.conversationId);
    if (conversation === undefined || conversation.blocked) return [];
    return stepsFor(active, message, {
      wallTime: wallTime(new Date(message.at)),
      isKnownSender: !isUnknownSender(conversation, lanes.context()),
    });
  };

  const flag = async (message: Message, changes: (conversation: Conversation) => Partial<Conversation>): Promise<void> => {
    const conversation = messages.conversation(message.conversationId);
    if (conversation === undefined) return;
    await setFlags(conversation.id, changes(conversation));
  };

  /** One step; the answer of a line that answers inline went out with the response already. */
  const take = async ({ ruleId, action }: RuleStep, message: Message): Promise<void> => {
    switch (action.do) {
      case 'answer':
        return answer(ruleId, action.body, message);
      case 'tag':
        return flag(message, ({ tags }) => ({ tags: [...new Set([...tags, action.tag])].slice(0, 20) }));
      case 'move':
        return flag(message, () => (action.to === 'blocked' ? { blocked: true } : { archived: true }));
      case 'mute':
        return flag(message, () => ({ muted: true, mutedUntil: null }));
      case 'forward': {
        const line = lines.any(message.lineId);
        if (line !== undefined) forward.post(action.url, message, line);
        return;
      }
      default:
        return assertNever(action);
    }
  };

  const answersInline = ({ lineId }: Message): boolean => {
    const line = lines.active(lineId);
    return line !== undefined && lines.provider(line).info.answersInline;
  };

  const answer = async (ruleId: string, body: string, message: Message): Promise<void> => {
    if (answersInline(message) || (await guard.now(message)) !== undefined) return;
    const { lineId, peer: to } = message;
    const sent = await send({ lineId, to, body, clientId: clientIdOf(ruleId, message), ruleId });
    if (!sent.ok) logger.warn('rules.answer-refused', { ruleId, code: sent.error.code });
  };

  const inlineAnswer = async (message: Message): Promise<string | undefined> => {
    const active = rules.all();
    if (!active.some(({ enabled, actions }) => enabled && actions.some((action) => action.do === 'answer'))) return undefined;
    return answersInline(message) ? turns(message.conversationId, () => answerInline(active, message)) : undefined;
  };

  const answerInline = async (active: readonly Rule[], message: Message): Promise<string | undefined> => {
    const found = steps(active, message).find(({ action }) => action.do === 'answer');
    if (found?.action.do !== 'answer' || (await guard.now(message)) !== undefined) return undefined;
    const { lineId, peer } = message;
    const { body } = found.action;
    const at = new Date(clock.now()).toISOString();
    const clientId = clientIdOf(found.ruleId, message);
    const appended = await messages.append(
      { lineId, peer, direction: 'outbound', body, at, status: 'sent', statusAt: at, attempts: 1, clientId, ruleId: found.ruleId },
      [`client:${clientId}`],
    );
    if (appended.kind === 'duplicate') return undefined;
    onChanged(appended.message);
    return body;
  };

  const save = async ({ id, ...given }: ParsedInput<'rules.save'>) => {
    const rule: Rule = { ...given, id: id ?? `rule_${random.token(9)}` };
    const outcome = await rules.change<'saved' | 'gone' | 'full'>((items) => {
      if (id === undefined) return items.length < mostRules ? { items: [...items, rule], value: 'saved' } : { items, value: 'full' };
      if (!items.some((item) => item.id === id)) return { items, value: 'gone' };
      return { items: items.map((item) => (item.id === id ? rule : item)), value: 'saved' };
    });
    forgetUnwanted();
    if (outcome === 'gone') return refuse('not-found');
    return outcome === 'full' ? refuse('invalid-input', { message: `There are ${mostRules} rules already.` }) : ok(rule);
  };

  /** From the oldest to the newest, as they came: what was answered bears on what comes after it. */
  const tryOut = async ({ rule, limit }: ParsedInput<'rules.tryOut'>) => {
    const tried: Rule = { ...rule, id: rule.id ?? 'tried', enabled: true };
    const texts = await newestInbound(messages, limit);
    const answered = new Map<string, Answered[]>();
    const items: MethodOutput<'rules.tryOut'>['items'] = [];
    for (const message of texts.toReversed()) {
      const { conversationId, at, sequence } = message;
      const actions = [];
      for (const { ruleId, action } of steps([tried], message)) {
        const before = answered.get(conversationId) ?? [];
        const objection = action.do === 'answer' ? await guard.backThen(message, before) : undefined;
        if (action.do === 'answer' && objection === undefined) {
          answered.set(conversationId, [...before, { at, sequence, body: action.body, ruleId, direction: 'outbound' }]);
        }
        actions.push({ action, ...(objection !== undefined && { objection }) });
      }
      if (actions.length > 0) items.unshift({ message, actions });
    }
    return ok({ checked: texts.length, items });
  };

  return {
    inlineAnswer,
    handlers: {
      'rules.save': save,
      'rules.remove': async ({ id }) => {
        const removed = await rules.change((items) => ({
          items: items.filter((item) => item.id !== id),
          value: items.find((item) => item.id === id),
        }));
        forgetUnwanted();
        return removed === undefined ? refuse('not-found') : ok(removed);
      },
      'rules.order': async ({ ids }) => {
        const items = await rules.change((present) => {
          const ordered = inOrder(present, ids);
          return { items: ordered, value: [...ordered] };
        });
        return ok({ items });
      },
      'rules.tryOut': tryOut,
    },
    followUps: [
      {
        name: 'rules',
        run: (message) =>
          turns(message.conversationId, async () => {
            for (const step of steps(rules.all(), message)) await take(step, message);
          }),
      },
    ],
    close: forward.close,
  };
}

/** The same text is answered by the same rule once, however often it is looked at. */
function clientIdOf(ruleId: string, { id }: Message): string {
  return `rule:${ruleId}:${id}`;
}

function notForwarded(id: string, url: string, reason: string): Parameters<Problems['raise']>[0] {
  return {
    id,
    code: 'rule-not-forwarded',
    message: `A text could not be forwarded to ${new URL(url).host}: ${reason}.`,
    action: 'Check the address in Rules',
  };
}
