import { expect, test } from 'vitest';
import { hitAfter } from '../../../../renderer/search/results-focus.ts';

const hits = Array.from({ length: 12 }, (_each, index) => index);

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 11, 11],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 'field'],
  ['PageDown', 2, 10],
  ['PageDown', 8, 11],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 7, 11],
  ['Escape', 7, 'field'],
  ['a', 7, undefined],
])('%s leads from the result %i to %j', (key, from, to) => {
  expect(hitAfter(key, hits, from)).toBe(to);
});
