import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spelledOut } from '../../../src/domain/spelled-out.ts';

const shown = (text: string): string =>
  spelledOut(text)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.shown}]`))
    .join('');

describe('a text with what cannot be seen written out', () => {
  test('terminal escapes, line ends and nothing at all are signs', () => {
    expect(shown('\u001b[31mred\u001b[0m\r\n\u0000')).toBe('[ESC][31mred[ESC][0m[CR][LF][NUL]');
  });

  test('what turns the direction of writing is a sign', () => {
    expect(shown('\u202Egnp.exe\u202C \u2066x\u2069')).toBe('[RLO]gnp.exe[PDF] [LRI]x[PDI]');
  });

  test('blanks of other widths and of none are told from a space', () => {
    expect(shown('a b\u00a0c\u200bd\ufeff\u2009')).toBe('a b[NBSP]c[ZWSP]d[BOM][U+2009]');
  });

  test('halves of characters are named', () => {
    expect(shown('\ud83d!')).toBe('[U+D83D]!');
  });

  test('emoji and scripts that are written with joiners stay whole', () => {
    for (const text of ['👩‍👩‍👧', '❤️', 'می‌خواهم', 'naïve', '漢字']) expect(shown(text)).toBe(text);
  });

  test('a joiner with nothing to join is a sign', () => {
    expect(shown('\u200dx')).toBe('[ZWJ]x');
  });

  test('the pieces put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          spelledOut(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('no control character is left among what is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = spelledOut(text).filter(({ kind }) => kind === 'plain');
        expect(plain.map((piece) => piece.text).join('')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
