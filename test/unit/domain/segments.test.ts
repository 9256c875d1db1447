import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gsm7Width, segmentText } from '../../../src/domain/segments.ts';

/** The default alphabet of 3GPP TS 23.038, table 6.2.1, code by code; 0x1B is the escape. */
const defaultAlphabet = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');
const extensionTable = '\f^{}\\[~]|€';

const gsm7Character = fc.constantFrom(...defaultAlphabet, ...extensionTable);
const gsm7 = fc.string({ unit: gsm7Character, maxLength: 700 });
const anyText = fc.oneof(
  gsm7,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('a', '😀', 'é', 'ж'), maxLength: 300 }),
);

describe('the alphabet', () => {
  test('is the 127 characters of the default table and the ten of its extension', () => {
    expect(Array.from(defaultAlphabet)).toHaveLength(127);
    expect(Array.from(defaultAlphabet, gsm7Width)).toEqual(Array.from({ length: 127 }, () => 1));
    expect(Array.from(extensionTable, gsm7Width)).toEqual(Array.from({ length: 10 }, () => 2));
    let known = 0;
    for (let codePoint = 0; codePoint <= 0xffff; codePoint += 1) known += gsm7Width(String.fromCodePoint(codePoint)) === 0 ? 0 : 1;
    expect(known).toBe(137);
  });

  test.each(['`', 'ç', 'ê', '“', '’', '–', '…', '\t', '\u00a0', '😀', 'ж', '\ud800'])('does not hold %j', (character) => {
    expect(segmentText(`ab${character}`)).toMatchObject({ encoding: 'UCS-2', forcedBy: { character, index: 2 } });
  });
});

describe('the limits', () => {
  test.each([
    ['', 'GSM-7', 0, 160],
    ['a', 'GSM-7', 1, 159],
    ['a'.repeat(160), 'GSM-7', 1, 0],
    ['a'.repeat(161), 'GSM-7', 2, 145],
    ['a'.repeat(306), 'GSM-7', 2, 0],
    ['a'.repeat(307), 'GSM-7', 3, 152],
    ['a'.repeat(459), 'GSM-7', 3, 0],
    ['€'.repeat(80), 'GSM-7', 1, 0],
    ['€'.repeat(81), 'GSM-7', 2, 143],
    [`${'a'.repeat(159)}€`, 'GSM-7', 2, 145],
    ['ж', 'UCS-2', 1, 69],
    ['ж'.repeat(70), 'UCS-2', 1, 0],
    ['ж'.repeat(71), 'UCS-2', 2, 63],
    ['ж'.repeat(134), 'UCS-2', 2, 0],
    ['ж'.repeat(135), 'UCS-2', 3, 66],
    ['😀'.repeat(35), 'UCS-2', 1, 0],
    ['😀'.repeat(36), 'UCS-2', 2, 61],
  ] as const)('%j', (text, encoding, count, left) => {
    expect(segmentText(text)).toMatchObject({ encoding, count, left });
  });

  test('leave the last place of a segment empty rather than split a pair', () => {
    expect(segmentText('€'.repeat(153))).toMatchObject({ count: 3, left: 153 - 2 });
    expect(segmentText(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ encoding: 'GSM-7', count: 2, left: 0 });
    expect(segmentText(`${'ж'.repeat(66)}😀${'ж'.repeat(65)}`)).toMatchObject({ encoding: 'UCS-2', count: 2, left: 0 });
    expect(segmentText(`${'ж'.repeat(66)}😀${'ж'.repeat(66)}`)).toMatchObject({ encoding: 'UCS-2', count: 3, left: 66 });
  });
});

describe('any text', () => {
  test('is cut into exactly as many segments as a phone would need', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { encoding, count, left } = segmentText(text);
        const width = (character: string) => (encoding === 'GSM-7' ? gsm7Width(character) : character.length);
        const whole = Array.from(text, width).reduce<number>((sum, each) => sum + each, 0);
        const [single, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
        const segments = whole <= single ? [text].filter((each) => each !== '') : cut(Array.from(text), width, part);
        expect(segments.join('')).toBe(text);
        expect(count).toBe(segments.length);
        const last = Array.from(segments.at(-1) ?? '', width).reduce<number>((sum, each) => sum + each, 0);
        expect(left).toBe((segments.length <= 1 ? single : part) - last);
      }),
    );
  });

  test('in the alphabet is GSM-7, and one character outside makes all of it UCS-2', () => {
    fc.assert(
      fc.property(gsm7, gsm7, (before, after) => {
        expect(segmentText(before + after).encoding).toBe('GSM-7');
        expect(segmentText(`${before}ж${after}`)).toMatchObject({ encoding: 'UCS-2', forcedBy: { character: 'ж', index: before.length } });
      }),
    );
  });

  test('never needs fewer segments when it grows', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, more) => {
        expect(segmentText(text + more).count).toBeGreaterThanOrEqual(segmentText(text).count);
      }),
    );
  });
});

/** Fills segments with whole characters, one after the other. */
function cut(characters: readonly string[], width: (character: string) => number, part: number): string[] {
  const segments: string[] = [];
  let used = part;
  for (const character of characters) {
    used += width(character);
    if (used > part) {
      segments.push('');
      used = width(character);
    }
    segments.push(`${segments.pop()}${character}`);
  }
  return segments;
}
