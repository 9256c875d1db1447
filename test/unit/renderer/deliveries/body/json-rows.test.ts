import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allFolded,
  around,
  fieldsOf,
  foldedAtFirst,
  jsonRows,
  keyField,
  shownValue,
  valueField,
} from '../../../../../renderer/deliveries/body/json-rows.ts';
import { prettyText } from '../../../../../renderer/deliveries/body/pretty-text.ts';
import { type JsonTree, parseJson } from '../../../../../src/domain/json-tree.ts';

function tree(text: string): JsonTree {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`No JSON: ${text}`);
  return parsed.value;
}

const nothing: ReadonlySet<number> = new Set();
const kinds = (text: string, folded = nothing, columns = 80): string =>
  jsonRows(tree(text), folded, columns)
    .map(({ node, kind }) => `${kind} ${node}`)
    .join(', ');

describe('JSON in rows', () => {
  test('what holds others begins and ends in rows of its own; what is empty is one row', () => {
    expect(kinds('{"a":[1,{}],"b":[]}')).toBe('open 0, open 1, whole 2, whole 3, close 1, whole 4, close 0');
  });

  test('what is folded is one row', () => {
    expect(kinds('{"a":[1,[2]],"b":3}', new Set([1]))).toBe('open 0, folded 1, whole 5, close 0');
    expect(kinds('[[1]]', allFolded(tree('[[1]]')))).toBe('open 0, folded 1, close 0');
  });

  test('a long text goes on in further rows, and nothing of it is lost', () => {
    const written = tree(JSON.stringify({ text: 'x'.repeat(500) }));
    const rows = jsonRows(written, nothing, 60).filter(({ part }) => part !== undefined);
    expect(rows.length).toBeGreaterThan(5);
    const node = written.nodes[1];
    const text = node ? shownValue(written, node) : '';
    expect(rows.map(({ part }) => text.slice(part?.from, part?.to)).join('')).toBe('x'.repeat(500));
  });

  test('10,000 levels are folded where it gets deep, and can all be unfolded', () => {
    const deep = tree(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`);
    expect(jsonRows(deep, foldedAtFirst(deep), 80).length).toBeLessThan(100);
    expect(jsonRows(deep, nothing, 80)).toHaveLength(20_001);
    expect(around(deep, 9_999)).toHaveLength(9_999);
  });

  test('what one can search in are names and values, in the order they are shown', () => {
    const fields = [...fieldsOf(tree('{"a":{"b":"\\u00fc"},"c":1.50}'))];
    expect(fields).toEqual([
      [keyField(1), 'a'],
      [keyField(2), 'b'],
      [valueField(2), 'ü'],
      [keyField(3), 'c'],
      [valueField(3), '1.50'],
    ]);
  });
});

describe('JSON as it is copied', () => {
  test('numbers keep their digits, names may repeat, texts keep their escapes', () => {
    const text = '{"id":90071992547409934123,"id":1.10,"t":"\\u00fc","e":[ ],"l":[1,-0]}';
    expect(prettyText(tree(text))).toBe(
      [
        '{',
        '  "id": 90071992547409934123,',
        '  "id": 1.10,',
        '  "t": "\\u00fc",',
        '  "e": [],',
        '  "l": [',
        '    1,',
        '    -0',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  test('it says what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(prettyText(tree(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('the copy of 10,000 levels is not a hundred megabytes of blanks', () => {
    expect(prettyText(tree(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`)).length).toBeLessThan(1_000_000);
  });
});
