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
  yield* distinct(all(body), new Set([bytesName(body)]), bytesName);
}

function* all(body: Uint8Array): Generator<Way<Uint8Array>> {
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

function lineEnds(text: string): string[] {
  const plain = text.replace(/\r\n?/g, '\n');
  const escaped = text.replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n');
  return [
    plain,
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll('\n', '\r'),
    text.replace(/(?:\r\n|\r|\n)$/, ''),
    text.replace(/[\r\n]+$/, ''),
    `${text}\n`,
    `${text}\r\n`,
    `${text}\r`,
    plain.replace(/\n/g, ''),
    // Inside of JSON's strings.
    escaped,
    escaped.replaceAll('\\n', '\\r\\n'),
    escaped.replaceAll('\\n', '\\r'),
  ];
}

function charsets(body: Uint8Array, text: string | undefined): Uint8Array[] {
  const buffer = Buffer.from(body);
  const found: (Uint8Array | undefined)[] = [
    // Read as another character set and written as UTF-8, before it was signed or after.
    Buffer.from(buffer.toString('latin1')),
    Buffer.from(fromWindows1252(body)),
  ];
  if (text !== undefined) {
    const bare = text.replace(/^\ufeff/, '');
    found.push(
      asWindows1252(text),
      Buffer.from([...text].every((character) => character.charCodeAt(0) < 256) ? Buffer.from(text, 'latin1') : body),
      Buffer.from(text.normalize('NFC')),
      Buffer.from(text.normalize('NFD')),
      Buffer.from(bare, 'utf16le'),
      Buffer.from(`\ufeff${bare}`, 'utf16le'),
      Buffer.from(bare, 'utf16le').swap16(),
      Buffer.from(`\ufeff${bare}`, 'utf16le').swap16(),
      Buffer.from([...text].map((character) => (character > '\u007f' ? '?' : character)).join('')),
    );
  } else if (body.byteLength % 2 === 0) {
    const little = buffer.toString('utf16le');
    const big = Buffer.from(buffer).swap16().toString('utf16le');
    for (const read of [little, big]) found.push(Buffer.from(read), Buffer.from(read.replace(/^\ufeff/, '')));
  }
  return found.filter((each) => each !== undefined);
}

function percentForms(text: string): string[] {
  const decode = (encoded: string): string[] => {
    try {
      return [decodeURIComponent(encoded)];
    } catch {
      return [];
    }
  };
  const decoded = text.includes('%') ? [...decode(text), ...decode(text.replaceAll('+', ' '))] : [];
  const wellFormed = text.toWellFormed();
  return [...decoded, encodeURIComponent(wellFormed), encodeURIComponent(wellFormed).replaceAll('%20', '+'), encodeURI(wellFormed)];
}

/** The whole body as a string in JSON, or taken out of one. */
function jsonStrings(text: string): string[] {
  const inner = text.startsWith('"') ? attempt(() => JSON.parse(text)) : undefined;
  return [JSON.stringify(text), ...(typeof inner === 'string' ? [inner] : [])];
}

function unpacked(body: Uint8Array): Uint8Array[] {
  const options = { maxOutputLength: mostUnpacked };
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const isText = utf8(body) !== undefined;
  const found = [
    ...(isGzip ? [attempt(() => gunzipSync(body, options))] : []),
    ...(isGzip || isText
      ? []
      : [
          attempt(() => inflateSync(body, options)),
          attempt(() => inflateRawSync(body, options)),
          attempt(() => brotliDecompressSync(body, options)),
        ]),
  ];
  return found.filter((each) => each !== undefined && each.byteLength > 0).flatMap((each) => each ?? []);
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
