/**
 * What can be said of a body while it is typed.
 * @module
 */
import { type JsonFailure, parseJson } from '../../src/domain/json-tree.ts';

export type BodyHint =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json' }
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number; readonly expected: JsonFailure['expected'] }
  | { readonly kind: 'form'; readonly pairs: number }
  | { readonly kind: 'text' };

/** @param contentType as in the header; '' where there is none */
export function hintFor(text: string, contentType: string): BodyHint {
  if (text === '') return { kind: 'empty' };
  if (/x-www-form-urlencoded/i.test(contentType)) return { kind: 'form', pairs: text.split('&').length };
  const looksLikeJson = /^\s*[[{]/.test(text);
  if (!looksLikeJson && !/json/i.test(contentType)) return { kind: 'text' };
  const parsed = parseJson(text);
  return parsed.ok ? { kind: 'json' } : { kind: 'not-json', ...placeIn(text, parsed.error.at), expected: parsed.error.expected };
}

/** Lines and columns as people count them, from 1. */
function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
