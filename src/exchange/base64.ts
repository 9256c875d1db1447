/**
 * Base64 that comes in pieces, cut anywhere.
 * @module
 */
export type Base64Decoder = {
  /** The bytes that are whole by now. */
  add(text: Buffer): Buffer;
  /** The last bytes. */
  end(): Buffer;
  /** False once there was something in it that is not base64. */
  isSound(): boolean;
};

const space = /[\s]+/g;

export function createBase64Decoder(): Base64Decoder {
  let carried = '';
  let isSound = true;
  let isOver = false;

  const decode = (text: string): Buffer => {
    if (text === '') return Buffer.alloc(0);
    if (isOver) isSound = false;
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    isOver = padding > 0;
    const bytes = Buffer.from(text, 'base64');
    // Node passes over what it does not know.
    if (bytes.length !== Math.floor(((text.length - padding) * 3) / 4)) isSound = false;
    return bytes;
  };

  return {
    add(piece) {
      const text = carried + piece.toString('latin1').replace(space, '');
      const whole = text.length - (text.length % 4);
      carried = text.slice(whole);
      return decode(text.slice(0, whole));
    },
    end() {
      const last = carried;
      carried = '';
      if (last.length === 1) isSound = false;
      return decode(last);
    },
    isSound: () => isSound,
  };
}

/** The base64 of bytes that come in pieces, in pieces of its own. */
export async function* encodeBase64(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let carried = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([carried, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    carried = bytes.subarray(whole);
    if (whole > 0) yield bytes.toString('base64', 0, whole);
  }
  if (carried.length > 0) yield carried.toString('base64');
}
