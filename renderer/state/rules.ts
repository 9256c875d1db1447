/**
 * Rules: kept, put in order, tried out.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../src/contract/methods.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';

export function createRuleActions({ store, call, toasts }: ActionContext) {
  const save = (rule: MethodInput<'rules.save'>): Promise<Answered<Rule>> => call('rules.save', rule);

  /** Switches a rule on or off. */
  async function toggle(rule: Rule, enabled: boolean): Promise<void> {
    const answer = await save({ ...rule, enabled });
    if (!answer.ok) toasts.report(answer.error);
  }

  /** Moves a rule up or down by one place. */
  async function move(id: string, step: 1 | -1): Promise<void> {
    const ids = store.getState().rules.map((rule) => rule.id);
    const from = ids.indexOf(id);
    const other = ids[from + step];
    if (from < 0 || other === undefined) return;
    ids[from + step] = id;
    ids[from] = other;
    const answer = await call('rules.order', { ids });
    if (!answer.ok) toasts.report(answer.error);
  }

  /** Removes a rule; for a moment it can be put back where it was. */
  async function remove(id: string): Promise<void> {
    const ids = store.getState().rules.map((rule) => rule.id);
    const answer = await call('rules.remove', { id });
    if (!answer.ok) return toasts.report(answer.error);
    const { id: _gone, ...rest } = answer.value;
    const undo = async (): Promise<void> => {
      const restored = await save(rest);
      if (restored.ok) await call('rules.order', { ids: ids.map((each) => (each === id ? restored.value.id : each)) });
      else toasts.report(restored.error);
    };
    toasts.show({ tone: 'plain', title: texts.rules.removed, action: { label: texts.undo, run: () => void undo() } });
  }

  const tryOut = (rule: MethodInput<'rules.save'>): Promise<Answered<MethodOutput<'rules.tryOut'>>> =>
    call('rules.tryOut', { rule, limit: 100 });

  return { save, toggle, move, remove, tryOut };
}
