import { describe, expect, test } from 'vitest';
import { barsOf, totalsOf } from '../../../../renderer/deliveries/rates.ts';

const step = (at: string, accepted: number, rejected: number) => ({ at, accepted, duplicate: 0, rejected, 'not-understood': 0 });
const rates = {
  stepMs: 1_800_000,
  steps: [step('2026-03-01T10:00:00.000Z', 0, 0), step('2026-03-01T10:30:00.000Z', 90, 10), step('2026-03-01T11:00:00.000Z', 0, 1)],
};

describe('rates as bars', () => {
  test('each bar has its time, its parts in the usual order, and a height by the highest', () => {
    const [none, many, one] = barsOf(rates);
    expect(none).toMatchObject({ from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T10:30:00.000Z', total: 0, height: 0, parts: [] });
    expect(many).toMatchObject({
      total: 100,
      height: 1,
      parts: [
        { verdict: 'accepted', count: 90 },
        { verdict: 'rejected', count: 10 },
      ],
    });
    // One of a hundred would be too low to see.
    expect(one?.height).toBeGreaterThan(0.05);
  });

  test('totals leave out what did not come', () => {
    expect(totalsOf(rates)).toEqual([
      { verdict: 'accepted', count: 90 },
      { verdict: 'rejected', count: 11 },
    ]);
  });
});
