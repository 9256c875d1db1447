import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, stepsBetween } from '../../../../src/domain/compare/align.ts';
import { firstDifference, hexAround } from '../../../../src/domain/compare/bytes.ts';
import { matchMembers } from '../../../../src/domain/compare/members.ts';
import { compareHeaders } from '../../../../src/domain/compare/pairs.ts';
import { longestRising } from '../../../../src/domain/compare/rising.ts';
import { differs } from '../../../../src/domain/compare/row.ts';
import { differingSpan } from '../../../../src/domain/compare/span.ts';

/** The length of the longest common part, the slow way. */
function commonLength(one: readonly number[], other: readonly number[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const value of one) {
    const next = [0];
    for (const [index, candidate] of other.entries()) {
      next.push(value === candidate ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });

describe('aligning lists', () => {
  test('finds as much in common as there is, rising on both sides', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const pairs = align(one, other);
        expect(pairs).toHaveLength(commonLength(one, other));
        for (const [index, [from, to]] of pairs.entries()) {
          expect(one[from]).toBe(other[to]);
          const before = pairs[index - 1] ?? [-1, -1];
          expect(from > before[0] && to > before[1]).toBe(true);
        }
      }),
    );
  });

  test('lists that have little in common are aligned by what either holds once', () => {
    const noise = (from: number) => Array.from({ length: 2_000 }, (_, index) => from + index);
    const one = [...noise(10_000), 1, 2, 3, ...noise(20_000)];
    const other = [...noise(30_000), 1, 2, 3, ...noise(40_000), 5];
    expect(align(one, other).map(([from]) => one[from])).toEqual([1, 2, 3]);
  });

  test('the way from one to the other passes everything once', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const steps = stepsBetween(one, other);
        expect(steps.flatMap((step) => step.one ?? [])).toEqual([...one.keys()]);
        expect(steps.flatMap((step) => step.other ?? [])).toEqual([...other.keys()]);
      }),
    );
  });

  test('what kept its order is the longest run that rises', () => {
    expect(longestRising([3, 0, 1, 4, 2]).map((place) => [3, 0, 1, 4, 2][place])).toEqual([0, 1, 2]);
    expect(longestRising([])).toEqual([]);
  });
});

describe('matching members', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  test('passes every member of both once, the other side in its order', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        const steps = matchMembers(one, other);
        expect(steps.flatMap((step) => step.one ?? []).toSorted((first, second) => first - second)).toEqual([...one.keys()]);
        expect(steps.flatMap((step) => step.other ?? [])).toEqual([...other.keys()]);
        for (const step of steps) if (step.one !== undefined && step.other !== undefined) expect(one[step.one]).toBe(other[step.other]);
      }),
    );
  });

  test('in the same order nothing has moved', () => {
    fc.assert(fc.property(names, (one) => !matchMembers(one, one).some(({ moved }) => moved)));
  });
});

describe('comparing headers', () => {
  const changes = (one: [string, string][], other: [string, string][]) =>
    compareHeaders(one, other)
      .filter(differs)
      .map(({ change, moved, one: mine, other: theirs }) => [change, moved, mine?.name, theirs?.name]);

  test('the case of a name is a way of writing, an order is an order, and a masked value is not judged', () => {
    expect(
      changes(
        [
          ['Host', 'a'],
          ['content-type', 'text/plain'],
          ['X-Signature', '••••••'],
          ['Accept', '*/*'],
        ],
        [
          ['Content-Type', 'text/plain'],
          ['Host', 'b'],
          ['X-Signature', '••••••'],
          ['Via', 'proxy'],
        ],
      ),
    ).toEqual([
      ['rewritten', false, 'content-type', 'Content-Type'],
      ['changed', true, 'Host', 'Host'],
      ['unknown', false, 'X-Signature', 'X-Signature'],
      ['removed', false, 'Accept', undefined],
      ['added', false, undefined, 'Via'],
    ]);
  });

  test('headers that repeat are compared one by one', () => {
    expect(
      changes(
        [
          ['A', '1'],
          ['A', '2'],
        ],
        [['A', '1']],
      ),
    ).toEqual([['removed', false, 'A', undefined]]);
  });
});

describe('where two values differ', () => {
  test('everything before and after is the same, and no character is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', 'é'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { start, endOne, endOther } = differingSpan(one, other);
        expect(one.slice(0, start) + one.slice(endOne)).toBe(other.slice(0, start) + other.slice(endOther));
        for (const part of [one.slice(0, start), one.slice(start, endOne), one.slice(endOne), other.slice(start, endOther)]) {
          expect(part.isWellFormed()).toBe(true);
        }
        if (one === other) expect(endOne).toBe(start);
      }),
    );
  });

  test('the first byte that differs is found, also where one of them only ends', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
        const at = firstDifference(one, other);
        if (at === undefined) expect(one).toEqual(other);
        else {
          expect(one.slice(0, at)).toEqual(other.slice(0, at));
          expect(one[at]).not.toBe(other[at]);
        }
      }),
    );
  });

  test('bytes are shown in lines around the place, marked where they differ', () => {
    const one = new Uint8Array(200).fill(65);
    const other = one.slice();
    other[100] = 10;
    const lines = hexAround(other, one, 100, 1);
    expect(lines.map(({ from }) => from)).toEqual([80, 96, 112]);
    expect(lines.flatMap(({ bytes }) => bytes).filter((byte) => byte.differs)).toEqual([{ hex: '0a', sign: '·', differs: true }]);
    expect(hexAround(new Uint8Array(0), one, 0)).toEqual([]);
  });
});
