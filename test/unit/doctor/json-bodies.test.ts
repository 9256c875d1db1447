import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewrittenJson } from '../../../src/doctor/json-bodies.ts';
import { ascii, indented, inOrder, python } from './mistakes/writing.ts';

const all = (text: string, templates: readonly string[] = []) =>
  [
    ...rewrittenJson(
      Buffer.from(text),
      templates.map((template) => Buffer.from(template)),
    ),
  ].map(({ mistakes, value }) => ({
    mistakes: [...mistakes].sort(),
    text: Buffer.from(value).toString(),
  }));

/** What one of the spellings that are tried is called; `undefined`: it is not among them. */
const nameOf = (arrived: string, signed: string): readonly string[] | undefined =>
  all(arrived).find(({ text }) => text === signed)?.mistakes;

/** JSON with letters in it, so that every change shows. */
const values = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).filter((key) => key !== '__proto__' && !/^\d+$/.test(key)),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true),
    fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
  ),
  { minKeys: 1, maxKeys: 5 },
);

describe('JSON that was written anew', () => {
  test.each([
    ['compact', (text: string) => text],
    ["with Python's blanks, where nothing is nested", python],
    ['two blanks further in', indented(2)],
    ['four blanks further in', indented(4)],
    ['with tabs', indented('\t')],
  ])('is found however it was written before: %s', (what, write) => {
    const flat = values.map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => !Array.isArray(each))));
    fc.assert(
      fc.property(
        what.startsWith('with Python') ? flat.filter((value) => !/[{}[\]\n]|\\n/.test(JSON.stringify(value).slice(1, -1))) : values,
        (value) => {
          const compact = JSON.stringify(value);
          const signed = write(compact);
          for (const arrived of [compact, indented(3)(compact)])
            if (arrived !== signed) expect(nameOf(arrived, signed)).toEqual(['json-spacing']);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('keeps every digit of a number and every repeated key', () => {
    const text = '{"id":12345678901234567890,"price":1.50,"e":1E+2,"id":-0}';
    expect(nameOf(text, '{"id": 12345678901234567890, "price": 1.50, "e": 1E+2, "id": -0}')).toEqual(['json-spacing']);
  });

  test('never says that what arrived was written anew', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(nameOf(text, text)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test('is found in the order that another body has', () => {
    const signed = '{"z":1,"a":{"y":1,"b":2},"m":3}';
    const arrived = '{"m":3,"a":{"b":2,"y":1},"z":1}';
    const spellings = all(arrived, ['{"z":9,"a":{"y":0,"b":0},"m":0}']);
    expect(spellings.find(({ text }) => text === signed)?.mistakes).toEqual(['json-key-order']);
  });

  test('is found with two mistakes and three', () => {
    const arrived = '{"b":"Grüße/1","a":"x"}';
    expect(nameOf(arrived, ascii(python(arrived)))).toEqual(['json-escapes', 'json-spacing']);
    expect(nameOf(arrived, ascii(inOrder((keys) => [...keys].sort())(arrived)))).toEqual(['json-escapes', 'json-key-order']);
    expect(nameOf(arrived, ascii(python(inOrder((keys) => [...keys].sort())(arrived))))).toEqual([
      'json-escapes',
      'json-key-order',
      'json-spacing',
    ]);
    expect(nameOf(arrived, `${indented(2)(arrived)}\n`)).toEqual(['json-spacing', 'line-ends']);
  });

  test.each([
    ['PHP', String.raw`{"a":"Gr\u00fc\u00dfe \/ <b>"}`],
    ['PHP without its escaping of letters', String.raw`{"a":"Grüße \/ <b>"}`],
    ['Python', String.raw`{"a":"Gr\u00fc\u00dfe / <b>"}`],
    ['Go', String.raw`{"a":"Grüße / \u003cb\u003e"}`],
    ['.NET', String.raw`{"a":"Gr\u00FC\u00DFe / \u003Cb\u003E"}`],
    ['Rails', String.raw`{"a":"Grüße / \u003cb\u003e"}`],
  ])('is found with the escapes of %s', (_, signed) => {
    expect(nameOf('{"a":"Grüße / <b>"}', signed)).toEqual(['json-escapes']);
  });

  test.each([
    ['no JSON'],
    [''],
    ['{"a":1'],
    ['['.repeat(5_000) + ']'.repeat(5_000)],
    [`[${'1,'.repeat(5_000)}1]`],
    [`"${'x'.repeat(40_000)}"`],
  ])('is not looked for in what is none, or too large: %.10s…', (text) => {
    expect(all(text)).toEqual([]);
  });
});
