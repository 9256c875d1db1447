/**
 * JSON as it was written: numbers with all their digits, keys that repeat, the order and place of everything. `JSON.parse`
 * keeps none of these. The tree is a flat list, so that neither depth nor size can exhaust the stack, and a part of it can
 * be shown without walking through the rest.
 * @module
 */
import { afterBlanks, literalAt, scanNumber, scanString } from './json-scan.ts';
import { failed, ok, type Result } from './result.ts';

type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export type JsonNode = {
  readonly kind: JsonKind;
  /** Place of the container in `JsonTree.nodes`; -1: it is the root. */
  readonly parent: number;
  readonly depth: number;
  /** Its name in an object, without escapes; a key may repeat. */
  readonly key?: string;
  /** Which member of its container it is, counted from 0. */
  readonly position: number;
  /** Where its value stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** How many members it has itself. */
  readonly size: number;
  /** Place in `JsonTree.nodes` after it and everything in it. */
  readonly next: number;
};

/** Every value before those within it: what is in the node at `n` are those from `n + 1` to before `nodes[n].next`. */
export type JsonTree = { readonly text: string; readonly nodes: readonly JsonNode[] };

/** Where a text stops being JSON, in UTF-16 units, and what would have had to come. */
export type JsonFailure = { readonly at: number; readonly expected: 'value' | 'key' | 'colon' | 'comma' | 'string-end' | 'nothing' };

type Written = { -readonly [Part in keyof JsonNode]: JsonNode[Part] };

/** Reads a whole text. Takes exactly what `JSON.parse` takes, at any depth. */
export function parseJson(text: string): Result<JsonTree, JsonFailure> {
  const reading: Reading = { text, nodes: [], at: afterBlanks(text, 0), open: -1, key: undefined };
  for (;;) {
    const wrong = takeValue(reading) ?? closeWhatIsComplete(reading);
    if (wrong === 'all') return ok({ text, nodes: reading.nodes });
    if (wrong !== undefined) return failed(wrong);
  }
}

/** Where the reading of a text stands. */
type Reading = {
  readonly text: string;
  readonly nodes: Written[];
  at: number;
  /** Place of the innermost container that is still open. */
  open: number;
  /** The key that was read, for the value that follows. */
  key: string | undefined;
};

/** Reads a value, of a container that is not empty only its beginning and those of its first members. */
function takeValue(reading: Reading): JsonFailure | undefined {
  for (;;) {
    const { text, at, nodes } = reading;
    const sign = text.charAt(at);
    if (sign !== '{' && sign !== '[') return takeLeaf(reading, sign);
    add(reading, sign === '{' ? 'object' : 'array', at + 1);
    reading.open = nodes.length - 1;
    reading.at = afterBlanks(text, reading.at);
    if (text.charAt(reading.at) === (sign === '{' ? '}' : ']')) return undefined;
    const wrong = sign === '{' ? takeKey(reading) : undefined;
    if (wrong) return wrong;
  }
}

function takeLeaf(reading: Reading, sign: string): JsonFailure | undefined {
  const { text, at } = reading;
  if (sign === '"') {
    const scanned = scanString(text, at);
    if ('wrongAt' in scanned) return { at: scanned.wrongAt, expected: 'string-end' };
    add(reading, 'string', scanned.end);
    return undefined;
  }
  const literal = literalAt(text, at);
  const end = literal === undefined ? scanNumber(text, at) : at + literal.length;
  if (end === undefined) return { at, expected: 'value' };
  add(reading, literal === undefined ? 'number' : literal === 'null' ? 'null' : 'boolean', end);
  return undefined;
}

/** Reads `"key":`. */
function takeKey(reading: Reading): JsonFailure | undefined {
  const { text, at } = reading;
  if (text.charAt(at) !== '"') return { at, expected: 'key' };
  const scanned = scanString(text, at);
  if ('wrongAt' in scanned) return { at: scanned.wrongAt, expected: 'string-end' };
  reading.key = decoded(text.slice(at, scanned.end));
  reading.at = afterBlanks(text, scanned.end);
  if (text.charAt(reading.at) !== ':') return { at: reading.at, expected: 'colon' };
  reading.at = afterBlanks(text, reading.at + 1);
  return undefined;
}

/** After a value: closes what ends there and goes to the next value; `all`: there is none. */
function closeWhatIsComplete(reading: Reading): JsonFailure | 'all' | undefined {
  const { text, nodes } = reading;
  for (;;) {
    reading.at = afterBlanks(text, reading.at);
    const { at } = reading;
    const container = nodes[reading.open];
    if (!container) return at === text.length ? 'all' : { at, expected: 'nothing' };
    const sign = text.charAt(at);
    if (sign === ',') {
      reading.at = afterBlanks(text, at + 1);
      return container.kind === 'object' ? takeKey(reading) : undefined;
    }
    if (sign !== (container.kind === 'object' ? '}' : ']')) return { at, expected: 'comma' };
    reading.at = at + 1;
    container.end = at + 1;
    container.next = nodes.length;
    reading.open = container.parent;
  }
}

function add(reading: Reading, kind: JsonKind, end: number): void {
  const { nodes, at, open, key } = reading;
  const container = nodes[open];
  nodes.push({
    kind,
    parent: open,
    depth: container ? container.depth + 1 : 0,
    ...(key !== undefined && { key }),
    position: container?.size ?? 0,
    start: at,
    end,
    size: 0,
    next: nodes.length + 1,
  });
  if (container) container.size += 1;
  reading.key = undefined;
  reading.at = end;
}

/** A value as it stands in the text. */
export function writtenValue({ text }: Pick<JsonTree, 'text'>, { start, end }: JsonNode): string {
  return text.slice(start, end);
}

/** What a string of the tree says, without its quotation marks and escapes. */
export function stringValue({ text }: Pick<JsonTree, 'text'>, { start, end }: JsonNode): string {
  return decoded(text.slice(start, end));
}

/** A string that was scanned is one that `JSON.parse` takes. */
function decoded(written: string): string {
  return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
}
