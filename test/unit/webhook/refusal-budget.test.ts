import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRefusalBudget } from '../../../src/webhook/refusal-budget.ts';

function budgetAt(limits: { perSource?: { burst: number; perMinute: number }; perLine?: { burst: number; perMinute: number } } = {}) {
  const clock = { milliseconds: 0, monotonic: () => clock.milliseconds };
  const { perSource = { burst: 100, perMinute: 60 }, perLine = { burst: 3, perMinute: 6 } } = limits;
  return { clock, budget: createRefusalBudget({ clock, perSource, perLine }) };
}

describe('the refusal budget', () => {
  it('allows a burst and then what time brings back', () => {
    const { clock, budget } = budgetAt();
    expect([1, 2, 3, 4].map(() => budget.take('source', 'line'))).toEqual([true, true, true, false]);
    clock.milliseconds += 9_999;
    expect(budget.take('source', 'line')).toBe(false);
    clock.milliseconds += 1;
    expect(budget.take('source', 'line')).toBe(true);
    expect(budget.take('source', 'line')).toBe(false);
  });

  it('keeps the budgets of lines apart', () => {
    const { budget } = budgetAt();
    for (let index = 0; index < 10; index += 1) budget.take('source', 'attacked');
    expect(budget.take('source', 'other')).toBe(true);
  });

  it('counts a source over all its lines', () => {
    const { budget } = budgetAt({ perSource: { burst: 2, perMinute: 1 } });
    expect(budget.take('source', 'one')).toBe(true);
    expect(budget.take('source', 'two')).toBe(true);
    expect(budget.take('source', 'three')).toBe(false);
    expect(budget.take('another source', 'three')).toBe(true);
  });

  it('takes nothing from the line when the source has used up its own', () => {
    const { budget } = budgetAt({ perSource: { burst: 1, perMinute: 1 } });
    budget.take('loud', 'elsewhere');
    for (let index = 0; index < 5; index += 1) expect(budget.take('loud', 'line')).toBe(false);
    expect(['a', 'b', 'c', 'd'].map((source) => budget.take(source, 'line'))).toEqual([true, true, true, false]);
  });

  it('has all of it again after something was given back', () => {
    const { budget } = budgetAt();
    for (let index = 0; index < 50; index += 1) {
      expect(budget.take('source', 'line')).toBe(true);
      budget.giveBack('source', 'line');
    }
    expect([1, 2, 3, 4].map(() => budget.take('source', 'line'))).toEqual([true, true, true, false]);
  });

  it('says after how many seconds the next one is allowed, and keeps its word', () => {
    const { clock, budget } = budgetAt();
    for (let index = 0; index < 3; index += 1) budget.take('source', 'line');
    const seconds = budget.secondsUntilNext('source', 'line');
    expect(seconds).toBe(10);
    clock.milliseconds += seconds * 1_000;
    expect(budget.take('source', 'line')).toBe(true);
  });

  it('never allows more than the burst and what time brought, whatever the order of events', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.nat(60_000) }),
      fc.record({ kind: fc.constant('take' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { clock, budget } = budgetAt({ perLine: { burst: 5, perMinute: 6 } });
        let taken = 0;
        for (const next of steps) {
          if (next.kind === 'wait') clock.milliseconds += next.milliseconds;
          else if (budget.take('source', 'line')) taken += 1;
          expect(taken).toBeLessThanOrEqual(5 + (clock.milliseconds / 60_000) * 6 + 1e-6);
        }
      }),
    );
  });

  it('remembers a bounded number of sources, and forgets the oldest first', () => {
    const { budget } = budgetAt({ perSource: { burst: 1, perMinute: 1 }, perLine: { burst: 1_000_000, perMinute: 1 } });
    expect(budget.take('first', 'line')).toBe(true);
    for (let index = 0; index < 1_023; index += 1) budget.take(`source ${index}`, 'line');
    expect(budget.take('first', 'line')).toBe(false);
    budget.take('one more', 'line');
    expect(budget.take('first', 'line')).toBe(true);
  });
});
