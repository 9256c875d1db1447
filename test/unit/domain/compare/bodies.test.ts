import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Body, compareBodies } from '../../../../src/domain/compare/bodies.ts';
import { differs, type Row } from '../../../../src/domain/compare/row.ts';

function body(text: string, form = false): Body {
  return { text, bytes: new TextEncoder().encode(text), form };
}

const rowsOf = (one: string, other: string, form = false): readonly Row[] => compareBodies(body(one, form), body(other, form)).rows;
const differencesOf = (one: string, other: string, form = false) =>
  rowsOf(one, other, form)
    .filter(differs)
    .map((row) => [
      row.change,
      row.moved,
      row.one && `${row.one.name}=${row.one.value}`,
      row.other && `${row.other.name}=${row.other.value}`,
    ]);

/** JSON as one side of the rows has it, without blanks. */
function written(rows: readonly Row[], side: 'one' | 'other', at = 0): string {
  const row = rows[at];
  if (!row?.container) return row?.[side]?.value ?? '';
  const members = rows.flatMap((candidate, place) => (candidate.parent === at && candidate[side] ? [place] : []));
  const parts = members.map((place) => {
    const value = written(rows, side, place);
    return row.container === 'object' ? `${JSON.stringify(rows[place]?.[side]?.name)}:${value}` : value;
  });
  return row.container === 'object' ? `{${parts.join()}}` : `[${parts.join()}]`;
}

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme-ascii' });
/** Values that are alike: the second is the first with something else here and there. */
const alike = fc
  .tuple(json, json)
  .chain(([one, other]) =>
    fc.tuple(
      fc.constant({ a: one, list: [1, one, other, 'x'], z: null }),
      fc.constantFrom(
        { a: one, list: [1, one, other, 'x'], z: null },
        { z: null, a: other, list: [one, other, 'x'] },
        { list: [1, 'new', one, other, 'x', 'x'], a: one },
        { list: { 0: one }, a: one, z: [] },
      ),
    ),
  );

describe('comparing JSON', () => {
  test('what is compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const { kind, rows, firstDifference } = compareBodies(body(text), body(text));
        expect([kind, rows.filter(differs), firstDifference]).toEqual(['json', [], undefined]);
      }),
    );
  });

  test('the rows hold the whole of the other side in its order, and the whole of the one', () => {
    fc.assert(
      fc.property(fc.oneof(alike, fc.tuple(json, json)), ([one, other]) => {
        const texts = [JSON.stringify(one), JSON.stringify(other)] as const;
        const rows = rowsOf(...texts);
        expect(written(rows, 'other')).toBe(texts[1]);
        expect(JSON.parse(written(rows, 'one'))).toEqual(JSON.parse(texts[0]));
      }),
    );
  });

  test('what is said to be the same is the same', () => {
    fc.assert(
      fc.property(alike, ([one, other]) => {
        const leaves = rowsOf(JSON.stringify(one), JSON.stringify(other)).filter(
          ({ change, container }) => change === 'same' && !container,
        );
        for (const row of leaves) expect(row.one?.value).toBe(row.other?.value);
      }),
    );
  });

  test('names what was added, removed, changed, of another type, and moved', () => {
    expect(differencesOf('{"a":1,"b":"x","c":[1],"d":true}', '{"d":true,"a":1.0,"c":{"0":1},"e":null}')).toEqual([
      ['same', true, 'd=true', 'd=true'],
      ['changed', false, 'a=1', 'a=1.0'],
      ['removed', false, 'b="x"', undefined],
      ['changed', false, 'c=[1]', 'c={"0":1}'],
      ['added', false, undefined, 'e=null'],
    ]);
  });

  test('an item that was put into an array is the only difference', () => {
    expect(differencesOf('{"media":["a","b","c"]}', '{"media":["a","new","b","c"]}')).toEqual([['added', false, undefined, '[1]="new"']]);
  });

  test('inside an item that changed only what changed in it is named', () => {
    expect(differencesOf('[{"id":1,"to":"a"},{"id":2}]', '[{"id":1,"to":"b"},{"id":2}]')).toEqual([['changed', false, 'to="a"', 'to="b"']]);
  });

  test('other escapes and other blanks are told apart from other values', () => {
    expect(differencesOf('{"a":"\\u00e4"}', '{"a":"ä"}')).toEqual([['rewritten', false, 'a="\\u00e4"', 'a="ä"']]);
    const { rows, firstDifference } = compareBodies(body('{"a":1}'), body('{"a": 1}'));
    expect([rows.filter(differs), firstDifference]).toEqual([[], 5]);
  });

  test('keys that repeat are compared one by one', () => {
    expect(differencesOf('{"a":1,"a":2}', '{"a":1,"a":3}')).toEqual([['changed', false, 'a=2', 'a=3']]);
  });

  test('10,000 levels do not exhaust the stack', () => {
    const deep = (inner: string) => `${'{"a":['.repeat(5_000)}${inner}${']}'.repeat(5_000)}`;
    const found = differencesOf(deep('1'), deep('2'));
    expect(found).toEqual([['changed', false, '[0]=1', '[0]=2']]);
    expect(differencesOf(deep('1'), '[]')).toHaveLength(1);
  });

  test.each([
    ['numbers in reverse', (size: number) => Array.from({ length: size }, (_, index) => index), (list: number[]) => list.toReversed()],
    [
      'all the same against all different',
      (size: number) => Array.from({ length: size }, () => 7),
      (list: number[]) => list.map((_, i) => i),
    ],
    [
      'two that alternate',
      (size: number) => Array.from({ length: size }, (_, i) => i % 2),
      (list: number[]) => list.map((_, i) => (i % 3) % 2),
    ],
  ])('%s, 256 KiB of them, take steps by the length and not by its square', (_name, make, change) => {
    // The square of 60,000 is 3.6 billion: a test of minutes. This one ends.
    const list = make(60_000);
    const other = change(list);
    const rows = rowsOf(JSON.stringify(list), JSON.stringify(other));
    expect(rows.filter(({ other: there }) => there).length).toBe(other.length + 1);
  });
});

describe('comparing forms', () => {
  test('goes by pairs, and a space is a space', () => {
    expect(differencesOf('From=%2B1&Body=a+b&NumMedia=0', 'From=%2B1&NumMedia=0&Body=a%20b&MediaUrl0=x', true)).toEqual([
      ['rewritten', true, 'Body=a+b', 'Body=a%20b'],
      ['added', false, undefined, 'MediaUrl0=x'],
    ]);
  });

  test('any two texts are taken, and one differs in nothing from itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '=', '%', '+', '2', '0', 'a', 'ß', '\ud800') }), (text) => {
        expect(rowsOf(text, text, true).filter(differs)).toEqual([]);
      }),
    );
  });

  test('a pair without a value is not one with an empty value', () => {
    expect(differencesOf('a', 'a=', true)).toEqual([['rewritten', false, 'a=', 'a=']]);
  });
});

describe('comparing text', () => {
  const lines = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', 'd'), { maxLength: 30 }).map((all) => `#${all.join('')}`);

  test('the rows hold both texts whole', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const rows = rowsOf(one, other);
        expect(rows.map((row) => row.one?.value ?? '').join('')).toBe(one);
        expect(rows.map((row) => row.other?.value ?? '').join('')).toBe(other);
        expect(rows.some(differs)).toBe(one !== other);
      }),
    );
  });

  test('a line that was put in is the only difference, and a line end counts', () => {
    expect(differencesOf('one\ntwo\nthree', 'one\nnew\ntwo\nthree')).toEqual([['added', false, undefined, '2=new\n']]);
    expect(differencesOf('one\ntwo', 'one\r\ntwo')).toEqual([['changed', false, '1=one\n', '1=one\r\n']]);
  });
});

describe('comparing bytes', () => {
  test('is what is left when one of them is not text', () => {
    const one = new Uint8Array([1, 2, 255]);
    expect(compareBodies({ text: null, bytes: one, form: false }, body('x'))).toEqual({ kind: 'bytes', rows: [], firstDifference: 0 });
    expect(
      compareBodies({ text: null, bytes: one, form: false }, { text: null, bytes: one.slice(), form: false }).firstDifference,
    ).toBeUndefined();
  });
});
