/**
 * A rule as its form holds it: words where the rule has lists, and everything an action may need beside its kind.
 * @module
 */
import type { MethodInput } from '../../src/contract/methods.ts';
import { addressFrom } from '../../src/domain/peer.ts';
import type { Rule, RuleAction } from '../../src/domain/rule.ts';
import { texts } from '../texts.ts';

const words = texts.rules;

export type ActionKind = RuleAction['do'];
export type ActionDraft = {
  readonly key: number;
  readonly kind: ActionKind;
  readonly body: string;
  readonly tag: string;
  readonly to: 'archived' | 'blocked';
  readonly url: string;
};

export type RuleDraft = {
  readonly id: string | undefined;
  readonly name: string;
  readonly enabled: boolean;
  readonly keywords: string;
  readonly match: Rule['condition']['match'];
  readonly lineIds: readonly string[];
  readonly senders: Rule['condition']['senders'];
  readonly peers: string;
  readonly hours: NonNullable<Rule['condition']['hours']>;
  readonly hoursMatter: boolean;
  readonly actions: readonly ActionDraft[];
  readonly stops: boolean;
};

let lastKey = 0;

/** An action as it begins. */
export function newAction(kind: ActionKind, given: Partial<ActionDraft> = {}): ActionDraft {
  lastKey += 1;
  return { key: lastKey, kind, body: '', tag: '', to: 'archived', url: '', ...given };
}

/** A rule as it begins. */
export function newDraft(given: Partial<RuleDraft> = {}): RuleDraft {
  return {
    id: undefined,
    name: '',
    enabled: true,
    keywords: '',
    match: 'word',
    lineIds: [],
    senders: 'anyone',
    peers: '',
    hours: { side: 'outside', from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] },
    hoursMatter: false,
    actions: [newAction('answer')],
    stops: false,
    ...given,
  };
}

/** A kept rule, in its form. */
export function draftOf({ id, name, enabled, condition, actions, stops }: Rule): RuleDraft {
  const { keywords, match, lineIds, senders, peers, hours } = condition;
  return newDraft({
    id,
    name,
    enabled,
    stops,
    keywords: keywords.join(', '),
    match,
    lineIds,
    senders,
    peers: peers.join(', '),
    hoursMatter: hours !== null,
    ...(hours !== null && { hours }),
    actions: actions.map(({ do: kind, ...rest }) => newAction(kind, rest)),
  });
}

export type Complaints = Readonly<Record<string, string>>;

/** What is wrong with a form, by field; an action's by `action <key>`. */
export function complaintsOf(draft: RuleDraft): Complaints {
  const found: Record<string, string> = {};
  if (draft.name.trim() === '') found.name = words.nameMissing;
  if (draft.actions.length === 0) found.actions = words.actionMissing;
  if (draft.hoursMatter && draft.hours.days.length === 0) found.days = words.daysMissing;
  for (const action of draft.actions) {
    const complaint = complaintOf(action);
    if (complaint !== undefined) found[`action ${action.key}`] = complaint;
  }
  return found;
}

function complaintOf({ kind, body, tag, url }: ActionDraft): string | undefined {
  if (kind === 'answer' && body.trim() === '') return words.answerMissing;
  if (kind === 'tag' && tag.trim() === '') return words.tagMissing;
  return kind === 'forward' && !/^https?:\/\/[^\s/]+/i.test(url.trim()) ? words.urlMissing : undefined;
}

/** The rule a form without complaints means. `region`: of numbers without a country code. */
export function ruleOf(draft: RuleDraft, region: string): MethodInput<'rules.save'> {
  const { id, name, enabled, keywords, match, lineIds, senders, peers, hours, hoursMatter, actions, stops } = draft;
  return {
    ...(id !== undefined && { id }),
    name: name.trim(),
    enabled,
    condition: {
      keywords: listOf(keywords),
      match,
      lineIds: [...lineIds],
      senders,
      peers: listOf(peers).map((peer) => addressFrom(peer, region)),
      hours: hoursMatter ? { ...hours, days: [...hours.days] } : null,
    },
    actions: actions.map(actionOf),
    stops,
  };
}

function actionOf({ kind, body, tag, to, url }: ActionDraft): RuleAction {
  switch (kind) {
    case 'answer':
      return { do: kind, body: body.trim() };
    case 'tag':
      return { do: kind, tag: tag.trim() };
    case 'move':
      return { do: kind, to };
    case 'mute':
      return { do: kind };
    case 'forward':
      return { do: kind, url: url.trim() };
  }
}

function listOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
