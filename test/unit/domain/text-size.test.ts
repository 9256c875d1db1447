import { expect, test } from 'vitest';
import { textSizeAfter, textSizes } from '../../../src/domain/text-size.ts';

test('goes up and down through the sizes, and not beyond them', () => {
  for (const [index, size] of textSizes.entries()) {
    expect(textSizeAfter(size, 1)).toBe(textSizes[index + 1] ?? 200);
    expect(textSizeAfter(size, -1)).toBe(textSizes[index - 1] ?? 80);
    expect(textSizeAfter(size, 0)).toBe(100);
  }
});

test('finds its way from a size that is none of them', () => {
  expect(textSizeAfter(120, 1)).toBe(125);
  expect(textSizeAfter(120, -1)).toBe(110);
});
