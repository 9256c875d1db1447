import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonTree, parseJson, stringValue, writtenValue } from '../../../src/domain/json-tree.ts';

function tree(text: string): JsonTree {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`not JSON at ${parsed.error.at}: ${parsed.error.expected}`);
  return parsed.value;
}

function takenByTheRuntime(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The value the tree stands for, as `JSON.parse` would make it. Only for shallow trees. */
function meaningOf(given: JsonTree, at = 0): unknown {
  const node = given.nodes[at];
  if (!node) throw new Error(`there is no node ${at}`);
  const members: [string | undefined, unknown][] = [];
  for (let child = at + 1; child < node.next; child = given.nodes[child]?.next ?? node.next) {
    members.push([given.nodes[child]?.key, meaningOf(given, child)]);
  }
  if (node.kind === 'object') return Object.fromEntries(members.map(([key, value]) => [key ?? '', value]));
  if (node.kind === 'array') return members.map(([, value]) => value);
  return node.kind === 'string' ? stringValue(given, node) : JSON.parse(writtenValue(given, node));
}

describe('JSON as it was written', () => {
  test('says the same as the runtime does of every value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'), (text, space) => {
        const value: unknown = JSON.parse(text);
        expect(meaningOf(tree(JSON.stringify(value, null, space)))).toEqual(value);
      }),
    );
  });

  test('takes what the runtime takes, and nothing else', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u00', 'a', '1', '0', '-', '.', 'e', '+', 'true', 'fals', 'null'],
      ...[' ', '\n', '\u00a0', '\ufeff', '"a"', '"b":', '1.5', '\u0001', '\ud800'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(parseJson(text).ok).toBe(takenByTheRuntime(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('damaged anywhere, it is taken only where the runtime takes it too', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2, unit: 'binary' }), (text, place, other) => {
        const at = place % (text.length + 1);
        const damaged = text.slice(0, at) + other + text.slice(at + 1);
        expect(parseJson(damaged).ok).toBe(takenByTheRuntime(damaged));
      }),
    );
  });

  test('keeps the digits of numbers, keys that repeat, and their order', () => {
    const given = tree('{"b": 1.00, "a": 12345678901234567890, "b": -0}');
    expect(given.nodes.slice(1).map((node) => [node.key, writtenValue(given, node)])).toEqual([
      ['b', '1.00'],
      ['a', '12345678901234567890'],
      ['b', '-0'],
    ]);
  });

  test('says where a text stops being JSON', () => {
    const failures = ['{"a" 1}', '[1 2]', '["a', '{a}', '', '[1] x', '["\\x"]', '{"a":}'].map((text) => parseJson(text));
    expect(failures.map((failure) => !failure.ok && [failure.error.at, failure.error.expected])).toEqual([
      [5, 'colon'],
      [3, 'comma'],
      [3, 'string-end'],
      [1, 'key'],
      [0, 'value'],
      [4, 'nothing'],
      [2, 'string-end'],
      [5, 'value'],
    ]);
  });

  test('reads 100,000 levels and a string of a megabyte', () => {
    const deep = tree('['.repeat(100_000) + ']'.repeat(100_000));
    expect(deep.nodes.at(-1)?.depth).toBe(99_999);
    const long = JSON.stringify({ text: 'ä\n'.repeat(500_000) });
    expect(tree(long).nodes).toHaveLength(2);
  });

  test('a key that means something to the runtime is a key like any other', () => {
    expect(tree('{"__proto__": {"constructor": 1}}').nodes.map(({ key }) => key)).toEqual([undefined, '__proto__', 'constructor']);
  });
});
