import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asGsm7, withPlainCharacters } from '../../../../renderer/composer/gsm7.ts';
import { segmentAt } from '../../../../renderer/composer/segment-position.ts';
import { segmentText } from '../../../../src/domain/segments.ts';

describe('"use GSM-7 instead"', () => {
  test('replaces what keyboards put in by themselves', () => {
    expect(asGsm7('It’s “fine” – really… yes')).toBe('It\'s "fine" - really... yes');
  });

  test('is not offered for a text that is GSM-7 already', () => {
    expect(asGsm7('Hello, is it 5 €?')).toBeUndefined();
  });

  test('is not offered when a letter or an emoji would still force UCS-2', () => {
    expect(asGsm7('“Łódź”')).toBeUndefined();
    expect(asGsm7('It’s \u{1F600}')).toBeUndefined();
  });

  test('leaves letters alone: they carry the meaning', () => {
    expect(withPlainCharacters('Łódź é ñ \u{1F600}')).toBe('Łódź é ñ \u{1F600}');
  });

  test('when offered, always is GSM-7 and takes no more segments', () => {
    const characters = fc.constantFrom(...'ab ’‘“”–—…\u00a0\u00ad\u2022é€ł');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 400 }), (text) => {
        const replaced = asGsm7(text);
        if (replaced === undefined) return;
        expect(segmentText(replaced).encoding).toBe('GSM-7');
        expect(segmentText(replaced).count).toBeLessThanOrEqual(segmentText(text).count);
      }),
    );
  });
});

describe('the segment one is typing in', () => {
  test('is the first one up to its last character, then the next', () => {
    const text = 'a'.repeat(200);
    const at = (caret: number) => segmentAt(text, caret, segmentText(text));
    expect([at(0), at(153), at(154), at(200)]).toEqual([1, 1, 2, 2]);
  });

  test('at the end of a text is the last one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '€', 'é', 'ł', '\u{1F600}'), maxLength: 500 }), (text) => {
        const segmentation = segmentText(text);
        expect(segmentAt(text, text.length, segmentation)).toBe(segmentation.count);
      }),
    );
  });
});
