import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawRows } from '../../../../../renderer/deliveries/body/raw-rows.ts';

describe('a text in rows', () => {
  test('each line has its number, where it goes on there is none', () => {
    expect(rawRows('ab\n\ncdefg\n', 3).map(({ from, to, line }) => [from, to, line])).toEqual([
      [0, 2, 1],
      [3, 3, 2],
      [4, 7, 3],
      [7, 9, undefined],
      [10, 10, 4],
    ]);
  });

  test('the rows put together are the text without its line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          rawRows(text, 7)
            .map(({ from, to }) => text.slice(from, to))
            .join(''),
        ).toBe(text.replaceAll('\n', ''));
      }),
    );
  });
});
