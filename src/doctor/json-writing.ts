/**
 * The same JSON as other programs write it: their blanks, their escapes, their order of keys. Numbers stay as they
 * arrived, digit by digit.
 * @module
 */
import { type JsonNode, type JsonTree, parseJson, writtenValue } from '../domain/json-tree.ts';

/** A JSON value that can be written in many ways. Strings are by number, so that each is escaped once a style. */
type Value =
  | { readonly kind: 'text'; readonly string: number }
  | { readonly kind: 'bare'; readonly written: string }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] };
type Member = { readonly name: string; readonly key: number; readonly value: Value };

export type Json = {
  readonly text: string;
  readonly root: Value;
  /** As they were written, in the order of the text. */
  readonly strings: readonly string[];
};

/** What is longer, has more values or levels is not written anew: nobody's text message looks like that, and it takes long. */
const longest = 32 * 1024;
const mostSeparators = 3_000;
const deepest = 100;

/** Reads a text as JSON that can be written anew; `undefined` when it is none, or too large or deep for it. */
export function readWritable(text: string): Json | undefined {
  if (text.length > longest || countOf(text, /[,[{]/g) > mostSeparators) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok || parsed.value.nodes.some(({ depth }) => depth > deepest)) return undefined;
  const strings: string[] = [];
  return { text, root: readValue(parsed.value, 0, strings), strings };
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count > mostSeparators) break;
  return count;
}

function readValue(tree: JsonTree, index: number, strings: string[]): Value {
  const node = nodeAt(tree, index);
  if (node.kind === 'string') return { kind: 'text', string: strings.push(writtenValue(tree, node)) - 1 };
  if (node.kind !== 'array' && node.kind !== 'object') return { kind: 'bare', written: writtenValue(tree, node) };
  const items: Value[] = [];
  const members: Member[] = [];
  let before = node.start + 1;
  for (let at = index + 1; at < node.next; at = nodeAt(tree, at).next) {
    const child = nodeAt(tree, at);
    if (node.kind === 'object') {
      const between = tree.text.slice(before, child.start);
      const written = between.slice(between.indexOf('"'), between.lastIndexOf('"') + 1);
      const key = strings.push(written) - 1;
      members.push({ name: child.key ?? '', key, value: readValue(tree, at, strings) });
    } else items.push(readValue(tree, at, strings));
    before = child.end;
  }
  return node.kind === 'array' ? { kind: 'array', items } : { kind: 'object', members };
}

function nodeAt({ nodes }: JsonTree, index: number): JsonNode {
  const node = nodes[index];
  if (node === undefined) throw new Error('A tree has no hole');
  return node;
}

/** Blanks between the tokens. */
export type Spacing = {
  /** Between members on one line. */
  readonly comma: string;
  readonly colon: string;
  /** Each member on a line of its own, this much further in. */
  readonly indent?: string;
  readonly newline?: string;
  /** Inside of the brackets of what is on one line. */
  readonly padding?: string;
};

export const spacings: readonly Spacing[] = [
  { comma: ',', colon: ':' },
  // Python's json.dumps.
  { comma: ', ', colon: ': ' },
  { comma: ',', colon: ': ', indent: '  ' },
  { comma: ',', colon: ': ', indent: '    ' },
  { comma: ',', colon: ': ', indent: '\t' },
  { comma: ',', colon: ': ' },
  { comma: ', ', colon: ':' },
  // Jackson and Ruby.
  { comma: ',', colon: ' : ', indent: '  ' },
  { comma: ', ', colon: ' : ' },
  { comma: ', ', colon: ': ', padding: ' ' },
  { comma: ',', colon: ': ', indent: ' ' },
  { comma: ',', colon: ': ', indent: '   ' },
  // .NET on Windows.
  { comma: ',', colon: ': ', indent: '  ', newline: '\r\n' },
  { comma: ',', colon: ': ', indent: '    ', newline: '\r\n' },
];

/** The order of an object's members, as places in the list that is given. */
export type Order = (names: readonly string[]) => readonly number[];

const bySize = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byPlace =
  (compare: (one: string, other: string) => number): Order =>
  (names) =>
    names.map((_, index) => index).sort((one, other) => compare(names[one] ?? '', names[other] ?? '') || one - other);

export const sortedOrders: readonly Order[] = [
  byPlace(bySize),
  byPlace((one, other) => bySize(one.toLowerCase(), other.toLowerCase())),
  (names) => names.map((_, index) => names.length - 1 - index),
  byPlace((one, other) => bySize(other, one)),
];

/** The order in which another text of the same kind has these members; those it has not come last. */
export function orderOf(text: string): Order | undefined {
  const known = readWritable(text);
  if (known === undefined) return undefined;
  const places = new Map<string, number>();
  const note = (value: Value): void => {
    if (value.kind === 'array') for (const item of value.items) note(item);
    if (value.kind !== 'object') return;
    for (const { name } of value.members) if (!places.has(name)) places.set(name, places.size);
    for (const member of value.members) note(member.value);
  };
  note(known.root);
  const placeOf = (name: string): number => places.get(name) ?? places.size;
  return byPlace((one, other) => placeOf(one) - placeOf(other));
}

export function reordered(value: Value, order: Order): Value {
  if (value.kind === 'array') return { kind: 'array', items: value.items.map((item) => reordered(item, order)) };
  if (value.kind !== 'object') return value;
  const members = order(value.members.map(({ name }) => name)).flatMap((place) => value.members[place] ?? []);
  return { kind: 'object', members: members.map((member) => ({ ...member, value: reordered(member.value, order) })) };
}

/** Writes a value; `strings` are those of its text, escaped as wanted. */
export function writeJson(value: Value, strings: readonly string[], spacing: Spacing, depth = 0): string {
  if (value.kind === 'text') return strings[value.string] ?? '';
  if (value.kind === 'bare') return value.written;
  const [open, close] = value.kind === 'array' ? '[]' : '{}';
  const parts =
    value.kind === 'array'
      ? value.items.map((item) => writeJson(item, strings, spacing, depth + 1))
      : value.members.map((member) => `${strings[member.key]}${spacing.colon}${writeJson(member.value, strings, spacing, depth + 1)}`);
  if (parts.length === 0) return `${open}${close}`;
  const { comma, indent, newline = '\n', padding = '' } = spacing;
  if (indent === undefined) return `${open}${padding}${parts.join(comma)}${padding}${close}`;
  const line = `${newline}${indent.repeat(depth + 1)}`;
  return `${open}${line}${parts.join(`${comma}${line}`)}${newline}${indent.repeat(depth)}${close}`;
}

/** The text with other strings in it and all else where it was. */
export function withStrings({ text, strings }: Json, replacements: readonly string[]): string {
  let from = 0;
  let written = '';
  for (const [index, string] of strings.entries()) {
    const at = text.indexOf(string, from);
    written += text.slice(from, at) + (replacements[index] ?? string);
    from = at + string.length;
  }
  return written + text.slice(from);
}
