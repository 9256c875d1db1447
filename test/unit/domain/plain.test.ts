import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolated, plainName, plainText } from '../../../src/domain/plain.ts';

describe('a name', () => {
  test.each([
    ['Ana\u202egnippohs', 'ANA', 'Anagnippohs'],
    ['B\u200bA\u2060N\u00adK', 'BANK', 'BANK'],
    ['Bank\u2800\u3164of\u00a0\u2003Moon', 'BANK', 'Bank of Moon'],
    ['\u3164\u200b', 'X', '?'],
    ['Line\none\u2028two', 'X', 'Line one two'],
    [`Za${'\u0300'.repeat(50)}lgo`, 'X', `Za${'\u0300'.repeat(3)}lgo`],
    ['👩\u200d💻 Ada', '+14155550100', '👩\u200d💻 Ada'],
  ])('%j of %s is shown as %j', (name, address, shown) => {
    expect(plainName(name, address)).toBe(shown);
  });

  test.each([
    ['+1 415 555 0100', '+1 415 555 01OO'],
    ['+１ ４１５ ５５５ ０１００', '+１４１５５５５０１００x'],
    ['+1 415 555 O1OO', '+1 415 555 O1OO'],
    ['+1 4l5 SSS 0100', '+1 4l5 SSS 0100'],
    ['+١ ٤١٥ ٥٥٥ ٠١٠٠', '+١٤١٥٥٥٥٠١٠٠'],
    ['+1\u200b415\u200b5550100', '+1\u200b415\u200b5550100'],
    ['+1 (415) 555-0100', 'GOOGLE'],
    ['(0170) 123 45 67', '+4915299999999'],
  ])('%j of the address %j reads like a number and is marked as a name', (name, address) => {
    const shown = plainName(name, address);
    expect(shown.startsWith('“') && shown.endsWith('”')).toBe(true);
  });

  test.each([
    ['+1 415 555 0100', '+14155550100'],
    ['(415) 555-0100', '+14155550100'],
    ['0170 1234567', '+491701234567'],
    ['8 (912) 345-67-89', '+79123456789'],
    ['72345', '72345'],
    ['GOOGLE', 'GOOGLE'],
    ['O2', 'O2'],
    ['5 SOS', '5SOS'],
    ['Anna', '+14155550100'],
    ['1000 Islands', '1000Islands'],
  ])('%j of %s is what it looks like', (name, address) => {
    expect(plainName(name, address)).toBe(name);
  });
});

const hidden = fc.constantFrom(
  '\u200b',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u2800',
  '\u{e0041}',
  '\u0007',
  '\n',
  '\u2028',
);
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(hidden, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')),
);

test('whatever the name, nothing that turns or hides is in what is shown, and something always is', () => {
  fc.assert(
    fc.property(anything, anything, (name, address) => {
      const shown = plainName(name, address);
      expect(shown.trim()).not.toBe('');
      expect(shown).not.toMatch(/[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u3164\u2800\p{Cc}]/u);
      expect(shown.isWellFormed()).toBe(true);
      expect(plainText(name)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
    }),
  );
});

test('hiding characters in a name makes no other name of it', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefGHIJKL'), minLength: 1, maxLength: 11 });
  const invisible = fc.constantFrom('\u200b', '\u202e', '\u2066', '\u2060', '\ufeff', '\u00ad', '\u0007');
  fc.assert(
    fc.property(letters, fc.array(fc.tuple(fc.nat(11), invisible)), (name, holes) => {
      const disguised = holes.reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at), name);
      expect(plainName(disguised, disguised)).toBe(plainName(name, name));
    }),
  );
});

test('names of a sentence are kept to themselves', () => {
  expect(isolated('أحمد')).toBe('\u2068أحمد\u2069');
});
