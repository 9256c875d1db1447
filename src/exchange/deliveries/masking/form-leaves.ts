/**
 * The values and keys of a form (application/x-www-form-urlencoded) as leaves.
 * @module
 */
import { kindByName, type Leaf, type LeafKind } from './leaf.ts';

/** A query has the same form; `from` is where it begins in what was written. */
export function formLeaves(written: string, from = 0): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let at = from;
  for (const pair of written.slice(from).split('&')) {
    const equals = pair.indexOf('=');
    const keyEnd = at + (equals < 0 ? pair.length : equals);
    const key = formLeaf(written, at, keyEnd, 'text');
    leaves.push(key);
    if (equals >= 0) leaves.push(formLeaf(written, keyEnd + 1, at + pair.length, kindByName(key.text) ?? 'text'));
    at += pair.length + 1;
  }
  return leaves;
}

function formLeaf(written: string, start: number, end: number, kind: LeafKind): Leaf {
  const [units, at]: [string[], number[]] = [[], []];
  const push = (text: string, from: number): void => {
    for (const unit of text.split('')) {
      units.push(unit);
      at.push(from);
    }
  };
  for (let index = start; index < end; ) {
    const octets = /^(?:%[\da-f]{2}){1,4}/i.exec(written.slice(index, Math.min(end, index + 12)))?.[0] ?? '';
    if (octets === '') {
      push(written.charAt(index) === '+' ? ' ' : written.charAt(index), index);
      index += 1;
    } else {
      const { text, length } = firstCharacter(octets);
      push(text, index);
      index += length;
    }
  }
  at.push(end);
  return { kind, text: units.join(''), at, encode: (text) => encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+') };
}

/** The first character of `%C3%BC…`, and how much of it is written for it. */
function firstCharacter(octets: string): { readonly text: string; readonly length: number } {
  const lead = Number.parseInt(octets.slice(1, 3), 16);
  const length = 3 * (lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);
  try {
    return { text: decodeURIComponent(octets.slice(0, length)), length };
  } catch {
    return { text: '\ufffd', length: 3 };
  }
}
