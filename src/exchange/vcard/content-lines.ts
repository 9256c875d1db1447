/**
 * Properties out of lines: what was folded is put together again, by the rules of all three versions at once.
 *
 * - 3.0 and 4.0 (RFC 2426, RFC 6350): a line that begins with a space or a tab goes on with what is after it.
 * - 2.1: the same; and a quoted-printable value whose line ends in `=` goes on with the next line, whatever it begins with.
 * @module
 */
import { type PhysicalLine, physicalLines } from './physical-lines.ts';

export type ContentLine = {
  /** Of its first line, counted from 1. */
  readonly number: number;
  readonly bytes: Buffer;
  readonly isCut: boolean;
};

/** Bytes kept of one property; longer ones are pictures and sounds, or mischief. */
export const longestProperty = 64 * 1_024;

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;
const equals = 0x3d;
const quotedPrintable = /[;=]\s*"?QUOTED-PRINTABLE/i;
/** How far into a line its parameters are looked for. */
const headLength = 1_000;

export async function* contentLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ContentLine[]> {
  let open: OpenLine | undefined;
  for await (const lines of physicalLines(pieces, longestProperty)) {
    const whole: ContentLine[] = [];
    for (const line of lines) {
      if (open?.takes(line) === true) open.add(line);
      else {
        if (open !== undefined) whole.push(open.finish());
        open = openLine(line);
      }
    }
    if (whole.length > 0) yield whole;
  }
  if (open !== undefined) yield [open.finish()];
}

type OpenLine = { takes(line: PhysicalLine): boolean; add(line: PhysicalLine): void; finish(): ContentLine };

function openLine(first: PhysicalLine): OpenLine {
  const parts: Buffer[] = [first.bytes];
  let length = first.bytes.length;
  let isCut = first.isCut;
  // Most lines do not end like that, and need no closer look.
  const isQuoted = first.bytes.at(-1) === equals && quotedPrintable.test(headOf(first.bytes));
  let isBroken = isQuoted;

  return {
    takes: ({ bytes }) => (isBroken ? !isBoundary(bytes) : isBlank(bytes[0]) && bytes.some((byte) => !isBlank(byte))),
    add({ bytes, isCut: moreCut }) {
      const last = parts.at(-1);
      // The `=` at the end of a quoted-printable line only says that it goes on.
      if (isBroken && last?.at(-1) === equals) {
        parts[parts.length - 1] = last.subarray(0, -1);
        length -= 1;
      }
      const rest = isBroken ? bytes : bytes.subarray(1);
      const room = Math.max(0, longestProperty - length);
      if (moreCut || rest.length > room) isCut = true;
      // A picture of a million lines leaves nothing behind, not even a million empty parts.
      if (room > 0 && rest.length > 0) parts.push(rest.subarray(0, room));
      length += Math.min(room, rest.length);
      isBroken = isQuoted && bytes.at(-1) === equals;
    },
    finish: () => ({ number: first.number, bytes: parts.length === 1 ? first.bytes : Buffer.concat(parts), isCut }),
  };
}

/** The part of a line before its value, as far as that can be told without reading it all. */
function headOf(bytes: Buffer): string {
  const colon = bytes.indexOf(0x3a);
  return bytes.toString('latin1', 0, Math.min(colon < 0 ? bytes.length : colon, headLength));
}

/** Where a card begins or ends nothing goes on, however the line before ended. */
function isBoundary(bytes: Buffer): boolean {
  return bytes.length < 40 && /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.test(bytes.toString('latin1'));
}
