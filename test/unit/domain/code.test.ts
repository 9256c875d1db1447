import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCode } from '../../../src/domain/code.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/codes');

function read<Item>(folder: string): Item[] {
  return readdirSync(join(fixtures, folder)).flatMap(
    (file) => JSON.parse(readFileSync(join(fixtures, folder, file), 'utf8')).texts as Item[],
  );
}

const withCode = read<[text: string, code: string]>('positive');
const without = read<string>('negative');
const found = withCode.filter(([text, code]) => findCode(text)?.code === code);
const falseHits = without.filter((text) => findCode(text) !== undefined);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const recall = percent(found.length, withCode.length);
const precision = percent(found.length, found.length + falseHits.length);

test(`the table holds at least 150 texts with a code and 150 without: ${withCode.length} and ${without.length}`, () => {
  expect(withCode.length).toBeGreaterThanOrEqual(150);
  expect(without.length).toBeGreaterThanOrEqual(150);
  expect(readdirSync(join(fixtures, 'positive')).length).toBeGreaterThanOrEqual(20);
});

describe(`of the table, recall ${recall}, precision ${precision}`, () => {
  test.each(withCode)('%s → %s', (text, code) => {
    expect(findCode(text)?.code).toBe(code);
  });

  test.each(without.map((text) => [text]))('none in: %s', (text) => {
    expect(findCode(text)).toBeUndefined();
  });
});

describe('what is found', () => {
  test.each([
    ['Your code is 123-456.', '123-456'],
    ['G-204518 is your Google verification code.', '204518'],
    ['رمز التحقق: ٥٥١٢٠٤', '٥٥١٢٠٤'],
    ['Votre códe est 4471', '4471'],
    ['\u200b\u202eYour code is 90\u200b412', '90\u200b412'],
  ])('stands in %s where it says', (text, written) => {
    const code = findCode(text);
    expect(text.slice(code?.start, code?.end)).toBe(written);
  });

  test('a code bound to a site is the code, whatever else the text holds, and the site is told', () => {
    const text = 'Your code for order 77120 is 5190. Never share it.\n\n@Shop.example #K7Q2-M9';
    expect(findCode(text)).toEqual({ code: 'K7Q2-M9', domain: 'shop.example', start: text.indexOf('K7'), end: text.length });
    expect(findCode('123456 is your code.\n@top.example #123456 %frame.example')).toMatchObject({ code: '123456', domain: 'top.example' });
    expect(findCode('See @shop.example #123456 for news about it')).toBeUndefined();
  });
});

test('no text makes it throw, and a code is always a part of its text', () => {
  const pieces = fc.constantFrom(
    'code',
    'code: ',
    'OTP ',
    '123456',
    '1 2 3 4',
    '-',
    ' ',
    '\n',
    '. ',
    '@a.b #',
    'является',
    '验证码',
    'G-',
    '٣',
    '🔑',
    '\u0301',
    '\ud800',
    '%',
    '$',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const code = findCode(text);
      if (code === undefined) return;
      expect(code.start).toBeGreaterThanOrEqual(0);
      expect(code.end).toBeGreaterThan(code.start);
      expect(code.end).toBeLessThanOrEqual(text.length);
      expect(code.code).toMatch(/^\S{1,64}$/);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['digits', '1'],
  ['groups of digits', '123 '],
  ['words for codes', 'code '],
  ['codes', 'code 1234 '],
  ['letters that could begin a compound', 'verifizierungs'],
  ['mail addresses that never end', 'a@a.'],
  ['sites', 'a.b/'],
  ['open brackets', 'code ((((('],
  ['bound codes', '\n@a.b #1'],
  ['marks', 'e\u0301'],
  ['spaces', 'code is        '],
])('a hostile text of %s comes to an end, however long it is', (_, unit) => {
  // A pattern that goes back and forth would not come back from these before the runner gives up.
  for (const ending of ['', ' 1234', ' 1234!', '\n@a.b #12 %']) {
    const longest = `9 ${unit.repeat(1_530)}`.slice(0, 1_530 - ending.length) + ending;
    expect(longest).toHaveLength(1_530);
    expect(['string', 'undefined']).toContain(typeof findCode(longest)?.code);
  }
  expect(findCode(`Your code is 1234. ${unit.repeat(500_000)}`)).toBeUndefined();
});
