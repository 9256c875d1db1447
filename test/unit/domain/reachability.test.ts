import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  forgetOld,
  gapLength,
  gapsOf,
  keptChanges,
  type ReachChange,
  type ReachState,
  spansBetween,
  withChange,
} from '../../../src/domain/reachability.ts';

const start = Date.parse('2026-03-01T00:00:00.000Z');
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
const history = (...entries: [minutes: number, state: ReachState][]): readonly ReachChange[] =>
  entries.reduce<readonly ReachChange[]>((changes, [minutes, state]) => withChange(changes, { at: at(minutes), state }), []);

const anyHistory = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom<ReachState>('receiving', 'not-reachable', 'paused', 'asleep', 'closed')),
  )
  .map((entries) => history(...entries));

test('a state that lasts adds nothing', () => {
  expect(history([0, 'receiving'], [5, 'receiving'], [9, 'receiving'])).toEqual([{ at: at(0), state: 'receiving' }]);
});

test('a state that lasted no time never was', () => {
  expect(history([0, 'receiving'], [5, 'paused'], [5, 'receiving'])).toEqual([{ at: at(0), state: 'receiving' }]);
});

test('a gap runs from the first loss to the next proof, whatever the reasons were', () => {
  const changes = history(
    [0, 'receiving'],
    [10, 'not-reachable'],
    [20, 'asleep'],
    [40, 'not-reachable'],
    [41, 'receiving'],
    [60, 'paused'],
  );
  expect(gapsOf(changes)).toEqual([
    { from: at(10), to: at(41), causes: ['not-reachable', 'asleep'] },
    { from: at(60), to: null, causes: ['paused'] },
  ]);
  expect(gapsOf(changes).map((gap) => gapLength(gap, at(70)) / 60_000)).toEqual([31, 10]);
});

test('a clock that was set back cannot put changes out of order', () => {
  const changes = history([10, 'receiving'], [5, 'not-reachable'], [20, 'receiving']);
  expect(changes.map((change) => change.at)).toEqual([at(10), at(20)].slice(-changes.length));
});

test('histories stay in order, never repeat a state, and gaps are exactly what is not receiving', () => {
  fc.assert(
    fc.property(anyHistory, (changes) => {
      for (const [index, change] of changes.entries()) {
        const next = changes[index + 1];
        if (next === undefined) break;
        expect(change.at < next.at).toBe(true);
        expect(change.state).not.toBe(next.state);
      }
      const spans = spansBetween(changes, at(0), at(20_000));
      const silent = spans
        .filter(({ state }) => state !== 'receiving')
        .reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
      const inGaps = gapsOf(changes).reduce((sum, gap) => sum + gapLength(gap, at(20_000)), 0);
      expect(inGaps).toBe(silent);
    }),
  );
});

test('what is older than a month is forgotten, and the state at its end stays known', () => {
  const now = at(60 * 24 * 60);
  const kept = forgetOld(history([0, 'receiving'], [10, 'paused'], [60 * 24 * 59, 'receiving']), now);
  expect(kept).toEqual([
    { at: at(10), state: 'paused' },
    { at: at(60 * 24 * 59), state: 'receiving' },
  ]);
});

test('a network that comes and goes does not grow the history without end', () => {
  let changes: readonly ReachChange[] = [];
  for (let index = 0; index < keptChanges + 200; index += 1) {
    changes = withChange(changes, { at: at(index / 100), state: index % 2 === 0 ? 'receiving' : 'not-reachable' });
  }
  expect(forgetOld(changes, at(60)).length).toBe(keptChanges);
});
