/**
 * Two bodies by the structure both have: JSON by its keys, forms by their pairs, text by its lines, anything else by its
 * bytes. What means the same and is written differently is never passed over: signatures are made of bytes.
 * @module
 */
import { parseJson } from '../json-tree.ts';
import { firstDifference } from './bytes.ts';
import { compareJson } from './json.ts';
import { compareLines } from './lines.ts';
import { compareForms } from './pairs.ts';
import type { Row } from './row.ts';

export type Body = {
  /** `null`: it is not UTF-8. */
  readonly text: string | null;
  readonly bytes: Uint8Array;
  /** It is said to be a form. */
  readonly form: boolean;
};

export type BodyComparison = {
  readonly kind: 'json' | 'form' | 'text' | 'bytes';
  /** All of them, also those that are the same; none where only bytes can be compared. */
  readonly rows: readonly Row[];
  /** Where the bytes part; `undefined`: they are the same. */
  readonly firstDifference: number | undefined;
};

export function compareBodies(one: Body, other: Body): BodyComparison {
  return { ...structured(one, other), firstDifference: firstDifference(one.bytes, other.bytes) };
}

function structured(one: Body, other: Body): Omit<BodyComparison, 'firstDifference'> {
  if (one.text === null || other.text === null) return { kind: 'bytes', rows: [] };
  if (one.form && other.form) return { kind: 'form', rows: compareForms(one.text, other.text) };
  const mine = parseJson(one.text);
  const theirs = mine.ok ? parseJson(other.text) : mine;
  if (mine.ok && theirs.ok) return { kind: 'json', rows: compareJson(mine.value, theirs.value) };
  return { kind: 'text', rows: compareLines(one.text, other.text) };
}
