/**
 * The lines of a file as bytes: their letters can only be told when a whole property is together, since writers fold in the
 * middle of a letter. Of a line that never ends only its beginning is kept.
 * @module
 */
export type PhysicalLine = {
  /** Counted from 1. */
  readonly number: number;
  readonly bytes: Buffer;
  /** There was more of it. */
  readonly isCut: boolean;
};

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** @param longest bytes kept of one line */
export async function* physicalLines(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<PhysicalLine[]> {
  const line = createLine(longest);
  let number = 0;
  let before = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: PhysicalLine[] = [];
    let start = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      // A line may end in CR LF, in LF, or in CR alone.
      const isSecond = byte === lineFeed && before === carriageReturn;
      before = byte;
      if (byte > carriageReturn || (byte !== lineFeed && byte !== carriageReturn)) continue;
      if (!isSecond) {
        line.keep(bytes.subarray(start, index));
        number += 1;
        lines.push({ number, ...line.take() });
      }
      start = index + 1;
    }
    line.keep(bytes.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (!line.isEmpty()) yield [{ number: number + 1, ...line.take() }];
}

function createLine(longest: number) {
  let kept: Buffer[] = [];
  let length = 0;
  let isCut = false;
  return {
    isEmpty: () => length === 0,
    keep(bytes: Buffer): void {
      const room = longest - length;
      if (bytes.length > room) isCut = true;
      if (room <= 0 || bytes.length === 0) return;
      // Copied: a short line must not keep its whole piece alive.
      kept.push(Buffer.from(bytes.subarray(0, room)));
      length += Math.min(room, bytes.length);
    },
    take(): Omit<PhysicalLine, 'number'> {
      const [only] = kept;
      const taken = { bytes: kept.length === 1 && only ? only : Buffer.concat(kept), isCut };
      kept = [];
      length = 0;
      isCut = false;
      return taken;
    },
  };
}
