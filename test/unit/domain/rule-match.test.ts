import { describe, expect, it } from 'vitest';
import { type Rule, ruleSchema } from '../../../src/domain/rule.ts';
import { applies, type RuleContext, stepsFor } from '../../../src/domain/rule-match.ts';

const context: RuleContext = { wallTime: { day: 2, minutes: 12 * 60 }, isKnownSender: true };
const text = { body: 'What are your opening hours?', lineId: 'line1', peer: '+14155551234' };

function rule(condition: Partial<Rule['condition']>, more: Partial<Rule> = {}): Rule {
  return ruleSchema.parse({
    id: 'r1',
    name: 'Hours',
    enabled: true,
    condition,
    actions: [{ do: 'answer', body: 'Nine to five.' }],
    ...more,
  });
}

describe('a rule', () => {
  it('without a condition applies to every text', () => {
    expect(applies(rule({}), text, context)).toBe(true);
  });

  it.each([
    ['hours', 'word', true],
    ['HOURS', 'word', true],
    ['hour', 'word', false],
    ['hour', 'anywhere', true],
    ['opening hours', 'word', true],
    ['what are your opening hours?', 'whole-text', true],
    ['hours', 'whole-text', false],
    ['?', 'word', true],
  ] as const)('finds the keyword "%s" (%s): %s', (keyword, match, expected) => {
    expect(applies(rule({ keywords: [keyword], match }), text, context)).toBe(expected);
  });

  it('does not mind accents, and knows words of other scripts', () => {
    expect(applies(rule({ keywords: ['cafe'] }), { ...text, body: 'Un CAFÉ, bitte' }, context)).toBe(true);
    expect(applies(rule({ keywords: ['привет'] }), { ...text, body: 'Привет!' }, context)).toBe(true);
    expect(applies(rule({ keywords: ['привет'] }), { ...text, body: 'приветы' }, context)).toBe(false);
  });

  it('wants everything it asks for', () => {
    const hours = { side: 'outside' as const, from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
    expect(applies(rule({ hours }), text, context)).toBe(false);
    expect(applies(rule({ hours }), text, { ...context, wallTime: { day: 2, minutes: 20 * 60 } })).toBe(true);
    expect(applies(rule({ senders: 'unknown' }), text, context)).toBe(false);
    expect(applies(rule({ lineIds: ['other'] }), text, context)).toBe(false);
    expect(applies(rule({ peers: ['+14155551234'], senders: 'known' }), text, context)).toBe(true);
  });
});

describe('rules in their order', () => {
  it('do not answer whom one before has blocked', () => {
    const block = rule({}, { id: 'spam', actions: [{ do: 'move', to: 'blocked' }] });
    expect(stepsFor([block, rule({})], text, context).map(({ action }) => action.do)).toEqual(['move']);
    expect(stepsFor([rule({}), block], text, context).map(({ action }) => action.do)).toEqual(['answer', 'move']);
  });

  const tag = rule({}, { id: 'r2', actions: [{ do: 'tag', tag: 'Clients' }] });

  it('all look at a text, but only the first answers', () => {
    const steps = stepsFor([rule({}), tag, rule({}, { id: 'r3' })], text, context);
    expect(steps.map(({ ruleId, action }) => [ruleId, action.do])).toEqual([
      ['r1', 'answer'],
      ['r2', 'tag'],
    ]);
  });

  it('stop where one says so, and a rule that is off does nothing', () => {
    expect(stepsFor([rule({}, { stops: true }), tag], text, context)).toHaveLength(1);
    expect(stepsFor([rule({}, { stops: true, enabled: false }), tag], text, context)).toEqual([
      { ruleId: 'r2', action: { do: 'tag', tag: 'Clients' } },
    ]);
  });
});
