/**
 * Rules, kept as the core keeps them; none is ever at work.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Rule } from '../../../src/domain/rule.ts';
import { stepsFor } from '../../../src/domain/rule-match.ts';
import type { Standing } from './state.ts';

export function createRuleHandlers({ state, announce }: Standing): Pick<Handlers, Extract<MethodName, `rules.${string}`>> {
  const keep = (rules: Rule[]): void => {
    state.snapshot = { ...state.snapshot, rules };
    announce([{ kind: 'rules', rules }]);
  };
  return {
    'rules.save': async ({ id, ...given }) => {
      const rule = { ...given, id: id ?? `rule${state.snapshot.rules.length}` };
      const isNew = !state.snapshot.rules.some((item) => item.id === id);
      keep(isNew ? [...state.snapshot.rules, rule] : state.snapshot.rules.map((item) => (item.id === id ? rule : item)));
      return ok(rule);
    },
    'rules.remove': async ({ id }) => {
      const rule = state.snapshot.rules.find((item) => item.id === id);
      if (rule === undefined) return refuse('not-found');
      keep(state.snapshot.rules.filter((item) => item.id !== id));
      return ok(rule);
    },
    'rules.order': async ({ ids }) => {
      const items = state.snapshot.rules.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
      keep(items);
      return ok({ items });
    },
    'rules.tryOut': async ({ rule, limit }) => {
      const texts = [...state.messages.values()]
        .flat()
        .filter(({ direction }) => direction === 'inbound')
        .sort((one, other) => other.sequence - one.sequence)
        .slice(0, limit);
      const tried = { ...rule, id: rule.id ?? 'tried', enabled: true };
      const items = texts.flatMap((message) => {
        const steps = stepsFor([tried], message, { wallTime: { day: 1, minutes: 600 }, isKnownSender: true });
        return steps.length === 0 ? [] : [{ message, actions: steps.map(({ action }) => ({ action })) }];
      });
      return ok({ checked: texts.length, items });
    },
  };
}
