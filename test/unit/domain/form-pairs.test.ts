import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/domain/form-pairs.ts';

describe('a form, for showing', () => {
  test('every pair stands in its place, repeated names too', () => {
    expect(readForm('a=1&b=2&a=3')).toEqual([
      { name: { text: 'a' }, value: { text: '1' } },
      { name: { text: 'b' }, value: { text: '2' } },
      { name: { text: 'a' }, value: { text: '3' }, repeated: true },
    ]);
  });

  test('a name without a value is told from one with an empty one', () => {
    expect(readForm('a&b=')).toEqual([{ name: { text: 'a' } }, { name: { text: 'b' }, value: { text: '' } }]);
  });

  test('what is not percent-encoded UTF-8 is shown as it came', () => {
    expect(readForm('Body=%FF%FE&%zz=1&ok=%C3%A4+%2B')).toEqual([
      { name: { text: 'Body' }, value: { text: '%FF%FE', undecodable: true } },
      { name: { text: '%zz', undecodable: true }, value: { text: '1' } },
      { name: { text: 'ok' }, value: { text: 'ä +' } },
    ]);
  });

  test('reads what URLSearchParams writes', () => {
    const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(pairs, (written) => {
        const read = readForm(new URLSearchParams(written).toString());
        expect(read.map(({ name, value }) => [name.text, value?.text])).toEqual(written);
      }),
    );
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readForm(text)).not.toThrow();
      }),
    );
  });
});
