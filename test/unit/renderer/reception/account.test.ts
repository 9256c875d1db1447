import { describe, expect, test } from 'vitest';
import { type Account, accountOf, sentenceFor } from '../../../../renderer/reception/account.ts';
import type { GapOutcome, ReachHistory } from '../../../../src/contract/reachability.ts';
import type { ReachState } from '../../../../src/domain/reachability.ts';

const at = (minute: number, second = 0): string => new Date(Date.UTC(2026, 2, 1, 0, minute, second)).toISOString();
const [from, to] = [at(0), at(1_440)];

const outcomes = {
  covered: { kind: 'nothing-lost', retryMinutes: 30 },
  checked: { kind: 'checked', at: at(700), from: at(600), to: at(660), recovered: 3 },
  checking: { kind: 'checking' },
  waiting: { kind: 'waiting' },
  failed: { kind: 'failed', at: at(700), message: 'It did not answer.', recovered: 0 },
  unknowable: { kind: 'cannot-check' },
} as const satisfies Record<string, GapOutcome>;

/** A day with one gap of an hour, whose lines had these outcomes. */
function dayWithGap(...lines: readonly GapOutcome[]): ReachHistory {
  return {
    from,
    to,
    spans: spans(['receiving', 0, 600], ['closed', 600, 659], ['not-reachable', 659, 660], ['receiving', 660, 1_440]),
    gaps: [
      {
        from: at(600),
        to: at(660),
        causes: ['closed', 'not-reachable'],
        lines: lines.map((outcome, index) => ({ lineId: `l${index}`, outcome })),
      },
    ],
  };
}

function spans(...parts: readonly (readonly [ReachState, number, number])[]): ReachHistory['spans'] {
  return parts.map(([state, begin, end]) => ({ state, from: at(begin), to: at(end) }));
}

const said = (account: Account): string => sentenceFor(account, 1, (moment) => `<${moment}>`);
const missedNothing = /^Nothing was missed/;

describe('"Nothing was missed" is said', () => {
  test('of a time that was good throughout', () => {
    const account = accountOf({ from, to, spans: spans(['receiving', 0, 1_440]), gaps: [] }, true);
    expect(said(account)).toBe('Nothing was missed in the last 24 hours: texts could arrive all the time.');
  });

  test('of gaps that the provider covers, or that were checked, for every line', () => {
    expect(said(accountOf(dayWithGap(outcomes.covered), true))).toBe('Nothing was missed in the last 24 hours: 1 gap is accounted for.');
    expect(said(accountOf(dayWithGap(outcomes.covered, outcomes.checked), true))).toBe(
      'Nothing was missed in the last 24 hours: 3 texts from 1 gap were fetched.',
    );
  });

  test('only of the time that is known', () => {
    const account = accountOf({ from, to, spans: spans(['receiving', 300, 1_440]), gaps: [] }, true);
    expect(said(account)).toContain(`since <${at(300)}>`);
    const { spans: known, ...rest } = dayWithGap(outcomes.covered);
    expect(said(accountOf({ ...rest, spans: known.slice(1) }, true))).toContain(`since <${at(600)}>`);
  });
});

describe('it is not said', () => {
  test.each<[string, ReachHistory, Account['kind']]>([
    ['of a gap nobody can check', dayWithGap(outcomes.covered, outcomes.unknowable), 'open'],
    ['of a gap whose check failed', dayWithGap(outcomes.failed, outcomes.checked), 'open'],
    ['while a provider is being asked', dayWithGap(outcomes.checking, outcomes.checked), 'checking'],
    ['while a provider waits to be asked', dayWithGap(outcomes.waiting), 'checking'],
    ['when nothing is known', { from, to, spans: [], gaps: [] }, 'nothing-known'],
    ['while a gap lasts', { from, to, spans: spans(['receiving', 0, 1_400], ['paused', 1_400, 1_440]), gaps: [] }, 'lasts'],
    [
      'of a gap that is too old for the list',
      { from, to, spans: spans(['receiving', 0, 10], ['asleep', 10, 20], ['receiving', 20, 1_440]), gaps: [] },
      'open',
    ],
  ])('%s', (_, history, kind) => {
    const account = accountOf(history, true);
    expect(account.kind).toBe(kind);
    expect(said(account)).not.toMatch(missedNothing);
  });

  test('of moments too short to be listed', () => {
    const history = dayWithGap(outcomes.covered);
    const blink = { state: 'not-reachable' as const, from: at(900), to: at(900, 3) };
    const account = accountOf(
      {
        ...history,
        spans: [...history.spans.slice(0, 3), ...spans(['receiving', 660, 900]), blink, { state: 'receiving', from: blink.to, to }],
      },
      true,
    );
    expect(account).toMatchObject({ kind: 'covered', blinks: true });
    expect(said(account)).not.toMatch(missedNothing);
  });

  test('where there is no number that could have been texted', () => {
    expect(said(accountOf(dayWithGap(), false))).toBe('No number of yours is connected yet, so no text could be missed.');
  });
});
