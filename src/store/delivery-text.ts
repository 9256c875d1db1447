/**
 * Whether a text is in a delivery: in its path or query, in the name of a header or in a value that is shown, in its body
 * as it came, or in what a form or JSON says. Letter case does not matter.
 * @module
 */
import { unescape as unescapePercent } from 'node:querystring';
import type { Delivery } from '../domain/delivery.ts';
import { isMasked } from '../domain/secret-header.ts';

/** Values that are shown masked are not searched: what is found must be there to be seen. */
export function textMatcher(text: string): (delivery: Delivery) => boolean {
  const wanted = text.toLowerCase();
  const isIn = (where: string): boolean => where.toLowerCase().includes(wanted);
  return ({ path, query = '', headers, body }) => {
    if (isIn(path + query)) return true;
    if (headers.some(([name, value]) => isIn(isMasked(name) ? name : `${name}: ${value}`))) return true;
    return saidIn(Buffer.from(body, 'base64'), typeOf(headers)).some(isIn);
  };
}

function typeOf(headers: Delivery['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase() ?? '';
}

/** The body as it came, and where that is something else, as it is meant. */
function saidIn(bytes: Buffer, contentType: string): string[] {
  const raw = bytes.toString('utf8');
  // No UTF-8 (or one that has this very character): what was meant may be Latin-1.
  const texts = raw.includes('\ufffd') ? [raw, bytes.toString('latin1')] : [raw];
  if (contentType === '' || contentType.includes('form-urlencoded')) texts.push(unescapePercent(raw.replaceAll('+', ' ')));
  if (raw.includes('\\')) texts.push(raw.replace(jsonEscape, unescaped));
  return texts;
}

const jsonEscape = /\\(?:u([0-9a-f]{4})|(["\\/bfnrt]))/gi;
const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(_all: string, unit: string | undefined, character: string | undefined): string {
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  return controls[character ?? ''] ?? character ?? '';
}
