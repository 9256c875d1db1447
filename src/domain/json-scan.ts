/**
 * Single tokens of JSON (RFC 8259) in a text: where each ends. Written by hand because regular expressions run out of stack
 * on strings of some hundred thousand characters.
 * @module
 */

const quote = 0x22;
const backslash = 0x5c;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const fourHex = /[0-9a-fA-F]{4}/y;
const literals = ['true', 'false', 'null'] as const;

/** The place after spaces, tabs and line ends. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
    at += 1;
  }
  return at;
}

/** The place after the string that begins at `from`, or where it goes wrong. */
export function scanString(text: string, from: number): { readonly end: number } | { readonly wrongAt: number } {
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return { end: at + 1 };
    if (unit < 0x20) return { wrongAt: at };
    if (unit !== backslash) at += 1;
    else if ('"\\/bfnrt'.includes(text.charAt(at + 1)) && at + 1 < text.length) at += 2;
    else if (text.charAt(at + 1) === 'u' && matchEnd(fourHex, text, at + 2) !== undefined) at += 6;
    else return { wrongAt: at };
  }
  return { wrongAt: text.length };
}

/** The place after the number that begins at `from`; `undefined`: there is none. */
export function scanNumber(text: string, from: number): number | undefined {
  return matchEnd(number, text, from);
}

/** `true`, `false` or `null` at this place. */
export function literalAt(text: string, from: number): (typeof literals)[number] | undefined {
  return literals.find((word) => text.startsWith(word, from));
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
