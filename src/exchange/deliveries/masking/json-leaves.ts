/**
 * The values and keys of JSON as leaves. No recursion: it can be nested as deep as it likes.
 * @module
 */
import { afterBlanks, scanNumber, scanString } from '../../../domain/json-scan.ts';
import { parseJson } from '../../../domain/json-tree.ts';
import { kindByName, type Leaf, type LeafKind, plainLeaf } from './leaf.ts';

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** `undefined`: this is no JSON. */
export function jsonLeaves(written: string): readonly Leaf[] | undefined {
  if (!/^[\s\ufeff]*[[{"]/.test(written) || !parseJson(written).ok) return undefined;
  const leaves: Leaf[] = [];
  let kind: LeafKind | undefined;
  for (let at = 0; at < written.length; ) {
    const character = written.charAt(at);
    if (character === '"') {
      const end = stringEnd(written, at);
      const isKey = written.charAt(afterBlanks(written, end)) === ':';
      const leaf = stringLeaf(written, at, end, isKey ? 'text' : (kind ?? 'text'));
      if (isKey) kind = kindByName(leaf.text);
      leaves.push(leaf);
      at = end;
    } else if (/[-0-9]/.test(character)) {
      const end = scanNumber(written, at) ?? at + 1;
      leaves.push(plainLeaf(kind === 'address' ? 'address' : 'opaque', written.slice(at, end), at));
      at = end;
    } else at += 1;
  }
  return leaves;
}

function stringLeaf(written: string, start: number, end: number, kind: LeafKind): Leaf {
  const [units, at]: [string[], number[]] = [[], []];
  for (let index = start + 1; index < end - 1; ) {
    const isEscape = written.charAt(index) === '\\';
    const sign = written.charAt(index + 1);
    const isCode = isEscape && sign === 'u';
    at.push(index);
    if (isCode) units.push(String.fromCharCode(Number.parseInt(written.slice(index + 2, index + 6), 16)));
    else units.push(isEscape ? (escapes[sign] ?? sign) : written.charAt(index));
    index += isCode ? 6 : isEscape ? 2 : 1;
  }
  at.push(end - 1);
  return { kind, text: units.join(''), at, encode: (text) => JSON.stringify(text).slice(1, -1) };
}

function stringEnd(written: string, start: number): number {
  const scanned = scanString(written, start);
  return 'end' in scanned ? scanned.end : scanned.wrongAt;
}
