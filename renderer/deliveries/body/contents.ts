/**
 * What a body is, as far as it can be shown in a form of its own: found out from its type and from itself.
 * @module
 */
import type { DeliveryView } from '../../../src/contract/views.ts';
import { type FormPair, readForm } from '../../../src/domain/form-pairs.ts';
import { type JsonTree, parseJson } from '../../../src/domain/json-tree.ts';

export type Contents =
  | { readonly kind: 'json'; readonly tree: JsonTree }
  /** It says it is JSON, or begins like it; `line` and `column`, counted from 1, are where it stops being it. */
  | { readonly kind: 'broken-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'form'; readonly pairs: readonly FormPair[] }
  | { readonly kind: 'other' };

export type BodyRead = {
  readonly bytes: Uint8Array;
  /** With a sign in place of what is not UTF-8. */
  readonly text: string;
  readonly isText: boolean;
  readonly contents: Contents;
};

export function readBody({ headers, bodyText, bodyBase64 }: Pick<DeliveryView, 'headers' | 'bodyText' | 'bodyBase64'>): BodyRead {
  const bytes = bytesOf(bodyBase64);
  const text = bodyText ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { bytes, text, isText: bodyText !== null, contents: bodyText === null ? { kind: 'other' } : contentsOf(typeOf(headers), text) };
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Without its parameters, e.g. `application/json`. */
function typeOf(headers: DeliveryView['headers']): string {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return (value.split(';')[0] ?? '').trim().toLowerCase();
}

const jsonType = /[/+]json$/;
const formType = 'application/x-www-form-urlencoded';
const likeJson = /^\s*[{[]/;
/** Pairs, all of them, in characters a form is written in. */
const likeForm = /^[\w.~%+*[\]-]+=[^\s&=<>"{}]*(?:&[\w.~%+*[\]-]+=[^\s&=<>"{}]*)*$/;

export function contentsOf(type: string, text: string): Contents {
  if (type === formType) return { kind: 'form', pairs: readForm(text) };
  const saysJson = jsonType.test(type);
  if (saysJson || likeJson.test(text)) {
    const parsed = parseJson(text);
    if (parsed.ok) return { kind: 'json', tree: parsed.value };
    if (saysJson || type === '') return { kind: 'broken-json', ...placeOf(text, parsed.error.at) };
  }
  // A text of one word is no form.
  if (type === '' && text.length < 65_536 && likeForm.test(text)) return { kind: 'form', pairs: readForm(text) };
  return { kind: 'other' };
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let begins = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    begins = next + 1;
  }
  return { line, column: at - begins + 1 };
}
