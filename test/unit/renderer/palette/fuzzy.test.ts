import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitOf } from '../../../../renderer/palette/fuzzy.ts';

const marked = (text: string, query: string): string[] | null =>
  fitOf(text, query)?.marks.map(([from, to]) => text.slice(from, to)) ?? null;

describe('what is typed fits', () => {
  test.each([
    ['Settings', 'set', ['Set']],
    ['Raw deliveries', 'DELIV', ['deliv']],
    ['Add your number', 'number add', ['Add', 'number']],
    ['Add your number', 'addn', ['Add', 'n']],
    ['Add your number', 'ayn', ['A', 'y', 'n']],
    ['Zoë Müller', 'zoe mul', ['Zoë', 'Mül']],
    ['+1 415 555 0100', '555', ['555']],
  ])('%j for %j', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts);
  });

  test.each([
    ['Settings', 'stz'],
    ['Settings', 'setx'],
    ['Inbox', 'in z'],
    ['Deliveries', 'ivr'],
    ['Archived', 'x'],
  ])('not %j for %j', (text, query) => {
    expect(fitOf(text, query)).toBeNull();
  });
});

test('beginnings come before beginnings of words, those before parts, and those before scattered letters', () => {
  const names = ['Ink archive', 'Drinks', 'Blue ink', 'Inkeri', 'Import number kept'];
  const ranked = names
    .flatMap((name) => {
      const fit = fitOf(name, 'ink');
      return fit === null ? [] : [{ name, score: fit.score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ name }) => name);
  expect(ranked).toEqual(['Inkeri', 'Ink archive', 'Blue ink', 'Drinks', 'Import number kept']);
});

test('nothing that is typed breaks it, and marks lie in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 6 }), (text, query) => {
      let end = -1;
      for (const [from, to] of fitOf(text, query)?.marks ?? []) {
        expect(from).toBeGreaterThan(end);
        expect(to).toBeLessThanOrEqual(text.length);
        end = to;
      }
    }),
  );
});
