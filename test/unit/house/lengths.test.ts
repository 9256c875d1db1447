import { expect, test } from 'vitest';
import { filesIn, textOf } from './checkout.ts';

const lengths =
  /(?:^|[;{\s])(?:(?:(?:min-|max-)?(?:width|height|inline-size|block-size)|padding(?:-[a-z-]+)?|margin(?:-[a-z-]+)?|(?:row-|column-)?gap|inset(?:-[a-z-]+)?|top|left|right|bottom|flex|flex-basis|grid-template(?:-columns|-rows)?|font-size))\s*:\s*([^;{}]+)(?=[;}])/gm;

/** Hairlines stay what they are at any size. */
const hairline = 2;

function* inPixels(css: string): Generator<string> {
  for (const [declaration, value = ''] of css.matchAll(lengths)) {
    const sizes = [...value.matchAll(/(\d+(?:\.\d+)?)px/g)].map(([, size]) => Number(size));
    if (sizes.some((size) => size > hairline)) yield declaration.trim();
  }
}

test('everything grows with the size of the text: lengths are in rem', () => {
  const found = filesIn('renderer', /\.css$/).flatMap((path) =>
    [...inPixels(textOf(path))].map((declaration) => `${path}: ${declaration}`),
  );
  expect(found).toEqual([]);
});

test('what has room beside what is asked of the container, in rem, which knows the size of the text', () => {
  const asked = filesIn('renderer', /\.css$/).filter((path) => /@media[^{]*\b(width|height)\b/.test(textOf(path)));
  expect(asked).toEqual([]);
});

test('a length in pixels would be found', () => {
  expect([...inPixels('.a { padding: 0 12px; border: 3px solid; gap: 2px }')]).toEqual(['padding: 0 12px']);
});
