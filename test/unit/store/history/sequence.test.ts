import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf, sequenceAt } from '../../../../src/store/history/sequence.ts';

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
const anyTime = fc.integer({ min: Date.parse('1900-01-01T00:00:00.000Z'), max: Date.parse('2999-12-31T00:00:00.000Z') });

describe('the sequence of an imported message', () => {
  it('is a safe integer below that of every live one, and grows with the time', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (one, other) => {
        const [early, late] = [sequenceAt(momentOf(instant(Math.min(one, other)))), sequenceAt(momentOf(instant(Math.max(one, other))))];
        expect(Number.isSafeInteger(early)).toBe(true);
        expect(late).toBeGreaterThanOrEqual(early);
        // With all the places of a conversation of billions behind it.
        expect(late).toBeLessThan(-5_000_000_000);
      }),
    );
  });

  it('has places for 2,048 messages of one millisecond', () => {
    expect(sequenceAt(1_500_000_000_001) - sequenceAt(1_500_000_000_000)).toBe(2_048);
    expect(sequenceAt(0)).toBe(-9_000_000_000_000_000);
  });

  it('cannot be made of what is no time', () => {
    expect(() => momentOf('soon')).toThrow('no time');
  });
});
