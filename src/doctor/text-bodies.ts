/**
 * A body as it may have been before something on its way touched its text: line ends, blanks, characters, packing.
 * @module
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { MistakeCode } from '../contract/diagnosis.ts';
import { asWindows1252, fromWindows1252 } from './charsets.ts';
import { bytesName, distinct, utf8, type Way } from './way.ts';

/** What a packed body may become. */
const mostUnpacked = 512 * 1024;

/** Every body with one mistake of this kind. None has the bytes that arrived. */
export function* retouchedBodies(body: Uint8Array): Generator<Way<Uint8Array>> {
  yield* distinct(touches(body), new Set([bytesName(body)]), bytesName);
}

/** The same, where bytes may come twice. */
export function* touches(body: Uint8Array): Generator<Way<Uint8Array>> {
  const text = utf8(body);
  const one = (mistake: MistakeCode, value: string | Uint8Array): Way<Uint8Array> => ({
    mistakes: [mistake],
    value: typeof value === 'string' ? Buffer.from(value) : value,
  });
  if (text !== undefined) {
    for (const other of lineEnds(text)) yield one('line-ends', other);
    yield one('byte-order-mark', text.startsWith('\ufeff') ? text.slice(1) : `\ufeff${text}`);
    for (const other of [text.trim(), text.trimStart(), text.trimEnd(), ` ${text}`, `${text} `, `${text}\t`])
      yield one('blanks-around', other);
  }
  for (const other of charsets(body, text)) yield one('charset', other);
  if (text !== undefined) for (const other of percentForms(text)) yield one('percent-encoding', other);
  if (text !== undefined) for (const other of jsonStrings(text)) yield one('json-escapes', other);
  for (const other of unpacked(body)) yield one('compressed', other);
}

function* lineEnds(text: string): Generator<string> {
  const plain = text.replace(/\r\n?/g, '\n');
  yield plain;
  yield plain.replaceAll('\n', '\r\n');
  yield plain.replaceAll('\n', '\r');
  yield text.replace(/(?:\r\n|\r|\n)$/, '');
  yield text.replace(/[\r\n]+$/, '');
  for (const end of ['\n', '\r\n', '\r']) yield text + end;
  yield plain.replaceAll('\n', '');
  // Inside of JSON's strings.
  const escaped = text.replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n');
  yield escaped;
  yield escaped.replaceAll('\\n', '\\r\\n');
  yield escaped.replaceAll('\\n', '\\r');
}

function* charsets(body: Uint8Array, text: string | undefined): Generator<Uint8Array> {
  const buffer = Buffer.from(body);
  // Read as another character set and written as UTF-8, before it was signed or after.
  yield Buffer.from(buffer.toString('latin1'));
  yield Buffer.from(fromWindows1252(body));
  if (text !== undefined) yield* encoded(text);
  else if (body.byteLength % 2 === 0) {
    for (const read of [buffer.toString('utf16le'), Buffer.from(buffer).swap16().toString('utf16le')]) {
      yield Buffer.from(read);
      yield Buffer.from(read.replace(/^\ufeff/, ''));
    }
  }
}

function* encoded(text: string): Generator<Uint8Array> {
  const windows = asWindows1252(text);
  if (windows !== undefined) yield windows;
  if (/^[\0-\u00ff]*$/.test(text)) yield Buffer.from(text, 'latin1');
  yield Buffer.from(text.normalize('NFC'));
  yield Buffer.from(text.normalize('NFD'));
  const bare = text.replace(/^\ufeff/, '');
  for (const mark of ['', '\ufeff']) {
    yield Buffer.from(mark + bare, 'utf16le');
    yield Buffer.from(mark + bare, 'utf16le').swap16();
  }
  yield Buffer.from(text.replace(/[^\0-\u007f]/gu, '?'));
}

function* percentForms(text: string): Generator<string> {
  for (const escaped of text.includes('%') ? [text, text.replaceAll('+', ' ')] : []) {
    const decoded = attempt(() => decodeURIComponent(escaped));
    if (decoded !== undefined) yield decoded;
  }
  const wellFormed = text.toWellFormed();
  yield encodeURIComponent(wellFormed);
  yield encodeURIComponent(wellFormed).replaceAll('%20', '+');
  yield encodeURI(wellFormed);
}

/** The whole body as a string in JSON, or taken out of one. */
function* jsonStrings(text: string): Generator<string> {
  yield JSON.stringify(text);
  const inner: unknown = text.startsWith('"') ? attempt(() => JSON.parse(text)) : undefined;
  if (typeof inner === 'string') yield inner;
}

function* unpacked(body: Uint8Array): Generator<Uint8Array> {
  const options = { maxOutputLength: mostUnpacked };
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const ways = isGzip ? [gunzipSync] : utf8(body) === undefined ? [inflateSync, inflateRawSync, brotliDecompressSync] : [];
  for (const unpack of ways) {
    const found = attempt(() => unpack(body, options));
    if (found !== undefined && found.byteLength > 0) yield found;
  }
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
