/**
 * A form as it may have been before something on its way changed its parameters or how they are escaped.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import { asWindows1252, fromWindows1252 } from './charsets.ts';
import { bytesName, distinct, utf8, type Way } from './way.ts';

type Pair = readonly [key: string, value: string];

const mostParameters = 500;

/** Every form with one such mistake. None has the bytes that arrived. */
export function* retouchedForms(body: Uint8Array): Generator<Way<Uint8Array>> {
  yield* distinct(all(body), new Set([bytesName(body)]), bytesName);
}

function* all(body: Uint8Array): Generator<Way<Uint8Array>> {
  const raw = Buffer.from(body).toString('latin1');
  const pairs = pairsOf(raw);
  if (pairs.length > mostParameters || !raw.includes('=')) return;
  const written = (mistake: MistakeCode, text: string): Way<Uint8Array> => ({ mistakes: [mistake], value: Buffer.from(text, 'latin1') });
  // A plus sign that was not escaped, a blank that was made one.
  yield written('encoding-space', raw.replaceAll('+', '%2B'));
  yield written('encoding-space', raw.replaceAll('%20', '%2B'));
  yield written('encoding-space', raw.replace(/%2B/gi, '+'));
  yield written('percent-encoding', raw.replaceAll('%', '%25'));
  yield written('percent-encoding', raw.replaceAll('%25', '%'));
  yield written(
    'parameters-empty',
    pairs
      .filter(([, value]) => value !== '')
      .map(joined)
      .join('&'),
  );
  yield written('percent-encoding', raw.replaceAll('&amp;', '&'));
  const isLatin1 = utf8(Buffer.from(unescaped(raw), 'latin1')) === undefined;
  const each = (mistake: MistakeCode, change: (text: string) => string): Way<Uint8Array> => changed(pairs, mistake, change);
  if (isLatin1) yield each('charset', (text) => text);
  yield each('line-ends', (text) => text.replace(/\r\n?/g, '\n'));
  yield each('line-ends', (text) => text.replace(/\r\n?/g, '\n').replaceAll('\n', '\r\n'));
  yield each('line-ends', (text) => text.replace(/\r\n?/g, '\n').replaceAll('\n', '\r'));
  yield each('blanks-around', (text) => text.trim());
  yield each('charset', (text) => text.normalize('NFC'));
  yield each('charset', (text) => text.normalize('NFD'));
  // Written in UTF-8, read as something else and written again, before it was signed or after.
  yield each('charset', (text) => {
    const bytes = asWindows1252(text);
    return bytes === undefined ? text : Buffer.from(bytes).toString('utf8');
  });
  yield each('charset', (text) => (/^[\0-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text));
  yield each('charset', (text) => fromWindows1252(Buffer.from(text)));
  yield each('charset', (text) => Buffer.from(text).toString('latin1'));
  yield each('charset', (text) => text.replace(/[^\0-\u007f]/gu, '?'));
}

function pairsOf(raw: string): Pair[] {
  return raw.split('&').map((pair): Pair => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

const joined = ([key, value]: Pair): string => `${key}=${value}`;

/** The form with every value changed. What is no UTF-8 is read as Windows-1252, as the sender must have meant it. */
function changed(pairs: readonly Pair[], mistake: MistakeCode, change: (text: string) => string): Way<Uint8Array> {
  const form = pairs.map(([key, value]) => `${key}=${encodeURIComponent(change(decoded(value)).toWellFormed())}`).join('&');
  return { mistakes: [mistake], value: Buffer.from(form) };
}

function decoded(value: string): string {
  const bytes = Buffer.from(unescaped(value.replaceAll('+', ' ')), 'latin1');
  return utf8(bytes) ?? fromWindows1252(bytes);
}

/** A character a byte. */
function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
