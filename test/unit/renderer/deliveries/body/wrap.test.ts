import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapped } from '../../../../../renderer/deliveries/body/wrap.ts';

const rows = (text: string, first: number, rest = first): string[] =>
  wrapped(text, { from: 0, to: text.length }, first, rest).map(({ from, to }) => text.slice(from, to));

describe('a text in rows', () => {
  test('is broken after a blank where one is near, else where there is no more room', () => {
    expect(rows('one two three', 9)).toEqual(['one two ', 'three']);
    expect(rows('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl']);
  });

  test('the first row may have less room, or none', () => {
    expect(rows('abcdefgh', 2, 4)).toEqual(['ab', 'cdef', 'gh']);
    expect(rows('abcdefgh', 0, 4)).toEqual(['', 'abcd', 'efgh']);
  });

  test('wide characters take two columns, and no character is cut in half', () => {
    expect(rows('漢字漢字', 4)).toEqual(['漢字', '漢字']);
    expect(rows('😀😀😀', 4)).toEqual(['😀😀', '😀']);
  });

  test('an empty text is one empty row', () => {
    expect(rows('', 10)).toEqual(['']);
  });

  test('the rows put together are the text, however little room there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(8), fc.integer({ min: 1, max: 8 }), (text, first, rest) => {
        expect(rows(text, Math.min(first, rest), rest).join('')).toBe(text);
      }),
    );
  });

  test('no row of ordinary letters is longer than its room', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (text, room) => {
        expect(Math.max(...rows(text, room).map(({ length }) => length))).toBeLessThanOrEqual(room);
      }),
    );
  });
});
