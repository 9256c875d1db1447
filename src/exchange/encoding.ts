/**
 * Text files of any encoding as pieces of UTF-8. What the file begins with decides: a byte order mark, the zeros of
 * UTF-16 without one, or what its XML declaration says. UTF-8, which nearly all are, passes through untouched.
 * @module
 */
import { TextDecoder } from 'node:util';

/** Bytes at the beginning that say what the encoding is. */
const beginning = 1_024;

export type Utf8Pieces = {
  readonly pieces: AsyncIterable<Buffer>;
  /** What the file is in; `undefined` when it names an encoding nobody knows, and is read as UTF-8. Known after the first piece. */
  encoding(): string | undefined;
};

/** @param source the file from its start */
export function asUtf8(source: AsyncIterable<Uint8Array>): Utf8Pieces {
  let encoding: string | undefined = 'utf-8';

  async function* pieces(): AsyncGenerator<Buffer> {
    let decoder: TextDecoder | undefined;
    let isFirst = true;
    for await (const bytes of fromBeginning(source)) {
      let piece = bytes;
      if (isFirst) {
        const found = encodingOf(piece);
        encoding = found.encoding;
        piece = piece.subarray(found.skip);
        if (encoding !== undefined && encoding !== 'utf-8') decoder = new TextDecoder(encoding);
        isFirst = false;
      }
      yield decoder === undefined ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
    }
    const last = decoder?.decode() ?? '';
    if (last !== '') yield Buffer.from(last);
  }
  return { pieces: pieces(), encoding: () => encoding };
}

/** The same pieces, the first long enough to tell the encoding by. */
async function* fromBeginning(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let first: Buffer[] | undefined = [];
  let length = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (first === undefined) {
      yield bytes;
      continue;
    }
    first.push(bytes);
    length += bytes.length;
    if (length < beginning) continue;
    yield first.length === 1 ? bytes : Buffer.concat(first);
    first = undefined;
  }
  if (first !== undefined && length > 0) yield Buffer.concat(first);
}

function encodingOf(bytes: Buffer): { encoding: string | undefined; skip: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (first !== 0 && second === 0) return { encoding: 'utf-16le', skip: 0 };
  if (first === 0 && second !== 0 && second !== undefined) return { encoding: 'utf-16be', skip: 0 };
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(bytes.toString('latin1', 0, beginning))?.[1];
  if (declared === undefined) return { encoding: 'utf-8', skip: 0 };
  try {
    const { encoding } = new TextDecoder(declared);
    // It cannot be: its letters are single bytes, or the declaration could not have been read.
    return { encoding: encoding.startsWith('utf-16') ? 'utf-8' : encoding, skip: 0 };
  } catch {
    return { encoding: undefined, skip: 0 };
  }
}
