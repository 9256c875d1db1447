import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../../renderer/reception/segments.ts';
import type { ReachHistory } from '../../../../src/contract/reachability.ts';
import { type ReachState, spansBetween, withChange } from '../../../../src/domain/reachability.ts';

const begin = Date.parse('2026-03-01T00:00:00.000Z');
const at = (minute: number): string => new Date(begin + minute * 60_000).toISOString();
const states: readonly ReachState[] = ['receiving', 'not-reachable', 'paused', 'asleep', 'closed'];

/** A history as the ledger would tell it, of changes at these minutes of a day. */
function historyOf(changes: readonly { readonly minute: number; readonly state: ReachState }[]): ReachHistory {
  const [from, to] = [at(0), at(1_440)];
  const sorted = [...changes].sort((one, other) => one.minute - other.minute);
  const kept = sorted.reduce<ReturnType<typeof withChange>>((known, { minute, state }) => withChange(known, { at: at(minute), state }), []);
  return { from, to, spans: spansBetween(kept, from, to).map((span) => ({ ...span })), gaps: [] };
}

const histories = fc
  .array(fc.record({ minute: fc.integer({ min: -100, max: 1_500 }), state: fc.constantFrom(...states) }), { maxLength: 300 })
  .map(historyOf);

describe('the strip', () => {
  test('covers the whole time without a hole and without anything twice, in no more stretches than asked for', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 150 }), (history, most) => {
        const segments = segmentsOf(history, most);
        expect(segments.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(segments[0]?.from).toBe(history.from);
        expect(segments.at(-1)?.to).toBe(history.to);
        for (const [index, segment] of segments.entries()) {
          if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to);
          expect(segment.width).toBeGreaterThan(0);
        }
        expect(segments.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 6);
      }),
    );
  });

  test('never shows a time as good in which there was a gap, however coarse it is', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 40 }), (history, most) => {
        const segments = segmentsOf(history, most);
        for (const gap of history.spans.filter(({ state }) => state !== 'receiving')) {
          const over = segments.filter(({ from, to }) => from < gap.to && gap.from < to);
          expect(over.length).toBeGreaterThan(0);
          for (const { state } of over) expect(state).not.toBe('receiving');
        }
      }),
    );
  });

  test('says where nothing is known', () => {
    const segments = segmentsOf(historyOf([{ minute: 720, state: 'receiving' }]));
    expect(segments.map(({ state, width }) => [state, width])).toEqual([
      ['unknown', 50],
      ['receiving', 50],
    ]);
    expect(segmentsOf({ from: at(0), to: at(1_440), spans: [], gaps: [] }).map(({ state }) => state)).toEqual(['unknown']);
  });

  test('says of a stretch that stands for several that it does', () => {
    const flapping = Array.from({ length: 400 }, (_, index) => ({
      minute: index * 3,
      state: index % 2 === 0 ? ('receiving' as const) : ('not-reachable' as const),
    }));
    const [first] = segmentsOf(historyOf(flapping), 100);
    expect(first).toMatchObject({ state: 'not-reachable', mixed: true });
  });
});
