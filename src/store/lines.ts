/**
 * The form of everything that is appended: one line an entry, a CRC-32 in hexadecimal, a space, JSON, a newline. A line
 * that a crash cut short fails its checksum.
 * @module
 */
import { crc32 } from 'node:zlib';

const newline = 10;
const space = 32;
/** Eight hexadecimal digits and a space. */
const prefixLength = 9;

/** One entry as a line with its newline. */
export function encodeLine(entry: unknown): string {
  const json = JSON.stringify(entry);
  return `${checksumOf(json)} ${json}\n`;
}

/** CRC-32 of text or bytes as eight hexadecimal digits. */
function checksumOf(content: string | Uint8Array): string {
  return crc32(content).toString(16).padStart(8, '0');
}

export type DecodedLines = {
  /** The sound entries in order. */
  readonly entries: unknown[];
  /** Bytes up to the end of the last sound line: what follows is a torn tail. */
  readonly length: number;
  /** Bad lines with sound ones after them. No crash does that: the file is damaged. */
  readonly damaged: number;
  /** All bad lines. */
  readonly bad: number;
};

/** Reads lines; never throws, whatever the bytes. */
export function decodeLines(bytes: Buffer): DecodedLines {
  const entries: unknown[] = [];
  let length = 0;
  let damaged = 0;
  let suspicious = 0;
  let bad = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    if (end === -1) break;
    const entry = decodeLine(bytes, start, end);
    start = end + 1;
    if (entry === undefined) {
      suspicious += 1;
      bad += 1;
      continue;
    }
    entries.push(entry);
    damaged += suspicious;
    suspicious = 0;
    length = start;
  }
  return { entries, length, damaged, bad };
}

function decodeLine(bytes: Buffer, start: number, end: number): unknown {
  const jsonStart = start + prefixLength;
  if (end <= jsonStart || bytes[jsonStart - 1] !== space) return undefined;
  const checksum = bytes.toString('latin1', start, jsonStart - 1);
  if (checksum !== checksumOf(bytes.subarray(jsonStart, end))) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8', jsonStart, end));
  } catch {
    return undefined;
  }
}
