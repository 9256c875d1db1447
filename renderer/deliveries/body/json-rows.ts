/**
 * A tree of JSON as rows: one for what begins or is whole, one for what ends, and more for long texts.
 * @module
 */
import { type JsonNode, type JsonTree, stringValue, writtenValue } from '../../../src/domain/json-tree.ts';
import type { Field } from './find.ts';
import { type Part, wrapped } from './wrap.ts';

export type JsonRow = {
  /** Place in `JsonTree.nodes`. */
  readonly node: number;
  readonly kind: 'whole' | 'open' | 'folded' | 'more' | 'close';
  /** What is shown of the value's text; of `whole` and `more` alone. */
  readonly part?: Part;
};

/** Deeper ones are not moved further in; they say how deep they are instead. */
export const deepestIndent = 16;
/** Containers this deep are folded at first. */
const foldedFrom = 32;
/** Longer names are cut. */
export const longestKey = 120;
const fewest = 16;

const isContainer = ({ kind, size }: JsonNode): boolean => (kind === 'object' || kind === 'array') && size > 0;

/** What is folded when one has not touched anything yet. */
export function foldedAtFirst({ nodes }: JsonTree): ReadonlySet<number> {
  return new Set(nodes.flatMap((node, index) => (node.depth >= foldedFrom && isContainer(node) ? [index] : [])));
}

/** Everything but the outermost. */
export function allFolded({ nodes }: JsonTree): ReadonlySet<number> {
  return new Set(nodes.flatMap((node, index) => (index > 0 && isContainer(node) ? [index] : [])));
}

/** The containers around a node, which have to be open to see it. */
export function around({ nodes }: JsonTree, place: number): readonly number[] {
  const found: number[] = [];
  for (let at = nodes[place]?.parent ?? -1; at >= 0; at = nodes[at]?.parent ?? -1) found.push(at);
  return found;
}

/** What is shown of a value that holds no others: texts without their escapes, everything else as it was written. */
export function shownValue(tree: JsonTree, node: JsonNode): string {
  if (node.kind !== 'string') return writtenValue(tree, node);
  if (node.end - node.start < longText) return stringValue(tree, node);
  const known = longTexts.get(node) ?? stringValue(tree, node);
  longTexts.set(node, known);
  return known;
}

/** Each row of a long text asks for it: it is read once. */
const longText = 1_000;
const longTexts = new WeakMap<JsonNode, string>();

export const keyField = (node: number): number => node * 2;
export const valueField = (node: number): number => node * 2 + 1;

/** Everything one can search in. */
export function* fieldsOf(tree: JsonTree): Generator<Field> {
  for (const [index, node] of tree.nodes.entries()) {
    if (node.key !== undefined) yield [keyField(index), node.key];
    if (!isContainer(node)) yield [valueField(index), shownValue(tree, node)];
  }
}

/** The rows with what is folded left out, in the room of so many columns. */
export function jsonRows(tree: JsonTree, folded: ReadonlySet<number>, columns: number): readonly JsonRow[] {
  const { nodes } = tree;
  const rows: JsonRow[] = [];
  const open: number[] = [];
  const closeUntil = (place: number): void => {
    for (let last = open.at(-1); last !== undefined && (nodes[last]?.next ?? 0) <= place; last = open.at(-1)) {
      rows.push({ node: last, kind: 'close' });
      open.pop();
    }
  };
  for (let at = 0; at < nodes.length; ) {
    closeUntil(at);
    const node = nodes[at];
    if (node === undefined) break;
    if (!isContainer(node)) rows.push(...valueRows(tree, at, node, columns));
    else rows.push({ node: at, kind: folded.has(at) ? 'folded' : 'open' });
    if (isContainer(node) && !folded.has(at)) open.push(at);
    at = folded.has(at) ? node.next : at + 1;
  }
  closeUntil(nodes.length);
  return rows;
}

function valueRows(tree: JsonTree, place: number, node: JsonNode, columns: number): JsonRow[] {
  const room = Math.max(fewest, columns - indentOf(node) * 2 - 4);
  const key = node.key === undefined ? 0 : Math.min(node.key.length, longestKey) + 4;
  // Most values are short: those are not measured.
  const length = node.end - node.start;
  const text = length + key <= room / 5 ? undefined : shownValue(tree, node);
  if (text === undefined) return [{ node: place, kind: 'whole', part: { from: 0, to: Number.MAX_SAFE_INTEGER } }];
  const parts = wrapped(text, { from: 0, to: text.length }, Math.max(0, room - key), room);
  return parts.map((part, index) => ({ node: place, kind: index === 0 ? 'whole' : 'more', part }));
}

/** How far in it stands, in steps. */
export function indentOf({ depth }: Pick<JsonNode, 'depth'>): number {
  return Math.min(depth, deepestIndent);
}

/** Whether another member follows. */
export function commaAfter({ nodes }: JsonTree, { parent, position }: JsonNode): ',' | '' {
  return position + 1 < (nodes[parent]?.size ?? 0) ? ',' : '';
}
