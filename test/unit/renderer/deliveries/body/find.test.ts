import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIn, hitsWithin, mostHits } from '../../../../../renderer/deliveries/body/find.ts';

describe('finding in a body', () => {
  test('whatever the letter case, in the order of the fields', () => {
    expect(
      findIn(
        [
          [0, 'Error: no error'],
          [3, 'ERROR'],
        ],
        'error',
      ),
    ).toEqual([
      { field: 0, from: 0, to: 5 },
      { field: 0, from: 10, to: 15 },
      { field: 3, from: 0, to: 5 },
    ]);
  });

  test('what is typed is a text, not a pattern', () => {
    for (const sign of ['.*', '[', '(', '\\', '^$', 'a|b', '/']) {
      expect(findIn([[0, `x${sign}y`]], sign)).toEqual([{ field: 0, from: 1, to: 1 + sign.length }]);
    }
  });

  test('letters that change their length with their case are found where they are', () => {
    expect(findIn([[0, 'İx']], 'x')).toEqual([{ field: 0, from: 1, to: 2 }]);
  });

  test('it stops at many, and finds nothing for nothing', () => {
    expect(findIn([[0, 'a'.repeat(100_000)]], 'a')).toHaveLength(mostHits);
    expect(findIn([[0, 'a']], '')).toEqual([]);
  });

  test('those in a part of a field are those that reach into it', () => {
    const words = fc.array(fc.constantFrom('ab', 'b', 'a b', ' '), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 4 }), fc.nat(3), fc.nat(20), fc.nat(20), (texts, field, from, length) => {
        const hits = findIn(texts.entries(), 'b');
        const to = from + length;
        expect(hitsWithin(hits, field, from, to)).toEqual(hits.filter((hit) => hit.field === field && hit.from < to && hit.to > from));
      }),
    );
  });
});
