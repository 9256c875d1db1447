/**
 * Which rules apply to an inbound text. Pure, so that a dry run is the same as the real thing.
 * @module
 */
import { isWithin, type WallTime } from './hours.ts';
import type { Message } from './message.ts';
import { assertNever } from './result.ts';
import type { Rule, RuleAction } from './rule.ts';

export type RuleContext = {
  /** When the text came, on the user's clock on the wall. */
  readonly wallTime: WallTime;
  /** A contact, or somebody the user wrote to before. */
  readonly isKnownSender: boolean;
};

/** One thing a rule does with a text. */
export type RuleStep = { readonly ruleId: string; readonly action: RuleAction };

/**
 * What the rules, in their order, do with a text. A rule that `stops` is the last one to look. Only one rule answers: the first,
 * and none once the sender is blocked.
 */
export function stepsFor(
  rules: readonly Rule[],
  message: Pick<Message, 'body' | 'lineId' | 'peer'>,
  context: RuleContext,
): readonly RuleStep[] {
  const steps: RuleStep[] = [];
  for (const rule of rules) {
    if (!rule.enabled || !applies(rule, message, context)) continue;
    for (const action of rule.actions) {
      if (action.do !== 'answer' || !steps.some((step) => endsAnswers(step.action))) steps.push({ ruleId: rule.id, action });
    }
    if (rule.stops) break;
  }
  return steps;
}

function endsAnswers(action: RuleAction): boolean {
  return action.do === 'answer' || (action.do === 'move' && action.to === 'blocked');
}

/** Whether everything a rule asks for holds. */
export function applies(
  { condition }: Rule,
  { body, lineId, peer }: Pick<Message, 'body' | 'lineId' | 'peer'>,
  context: RuleContext,
): boolean {
  const { keywords, match, lineIds, peers, senders, hours } = condition;
  if (lineIds.length > 0 && !lineIds.includes(lineId)) return false;
  if (peers.length > 0 && !peers.includes(peer)) return false;
  if (senders !== 'anyone' && context.isKnownSender !== (senders === 'known')) return false;
  if (hours !== null && isWithin(hours, context.wallTime) !== (hours.side === 'inside')) return false;
  return keywords.length === 0 || hasKeyword(body, keywords, match);
}

function hasKeyword(body: string, keywords: readonly string[], match: Rule['condition']['match']): boolean {
  const text = fold(body);
  return keywords.map(fold).some((wanted) => isMet(text, wanted, match));
}

function isMet(text: string, wanted: string, match: Rule['condition']['match']): boolean {
  switch (match) {
    case 'anywhere':
      return text.includes(wanted);
    case 'whole-text':
      return text.trim() === wanted.trim();
    case 'word':
      return hasWord(text, wanted);
    default:
      return assertNever(match);
  }
}

const wordPart = /[\p{L}\p{N}_]/u;

/** Found where a word begins and ends; an edge that is no letter or digit itself may stand anywhere. */
function hasWord(text: string, wanted: string): boolean {
  const opens = wordPart.test([...wanted][0] ?? '');
  const closes = wordPart.test([...wanted].at(-1) ?? '');
  for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + 1)) {
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
    const after = [...text.slice(index + wanted.length, index + wanted.length + 2)][0] ?? '';
    if (!(opens && wordPart.test(before)) && !(closes && wordPart.test(after))) return true;
  }
  return false;
}

/** Case and accents do not matter. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
