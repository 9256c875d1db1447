/**
 * Finds out what a file is by its first bytes. A list of what is allowed, with no parser behind it that hostile bytes could
 * keep busy: what is not recognised is opaque, and what looks like markup (HTML, SVG, XML) is meant not to be recognised.
 * @module
 */
import { type MediaType, opaqueType } from '../domain/media-type.ts';

/** How many bytes of a file are looked at; a JPEG can have 64 KiB blocks of metadata before its size. */
export const headBytes = 256 * 1024;

/** The type of a file that begins with `head`. */
export function sniff(head: Uint8Array): MediaType {
  return binaryType(Buffer.from(head.buffer, head.byteOffset, head.byteLength)) ?? textType(head);
}

function binaryType(head: Buffer): MediaType | undefined {
  const at = (offset: number, length: number): string => head.toString('latin1', offset, offset + length);
  if (at(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (at(0, 6) === 'GIF87a' || at(0, 6) === 'GIF89a') return 'image/gif';
  if (at(0, 4) === 'RIFF') return riffTypes[at(8, 4)];
  if (at(4, 4) === 'ftyp') return isoType(head);
  if (at(0, 4) === '\x1a\x45\xdf\xa3') return at(0, 64).includes('webm') ? 'video/webm' : undefined;
  if (at(0, 4) === 'OggS') return 'audio/ogg';
  if (at(0, 4) === 'fLaC') return 'audio/flac';
  if (at(0, 6) === '#!AMR\n' || at(0, 9) === '#!AMR-WB\n') return 'audio/amr';
  if (at(0, 5) === '%PDF-') return 'application/pdf';
  if (at(0, 3) === 'ID3' || isMpegAudio(head)) return 'audio/mpeg';
  return undefined;
}

const riffTypes: Readonly<Record<string, MediaType>> = { WEBP: 'image/webp', WAVE: 'audio/wav' };

/** Brands of the ISO base media format (MP4 and its relatives), by their first letters. */
const brands: readonly (readonly [prefix: string, type: MediaType])[] = [
  ['avif', 'image/avif'],
  ['avis', 'image/avif'],
  ['hei', 'image/heic'],
  ['hev', 'image/heic'],
  ['3g', 'video/3gpp'],
  ['qt', 'video/quicktime'],
  ['M4A', 'audio/mp4'],
  ['M4B', 'audio/mp4'],
  ['M4V', 'video/mp4'],
  ['mp4', 'video/mp4'],
  ['mmp4', 'video/mp4'],
  ['iso', 'video/mp4'],
  ['avc1', 'video/mp4'],
  ['dash', 'video/mp4'],
  ['MSNV', 'video/mp4'],
];

/** The major brand says what it is; where that one is general (`mif1`), the compatible ones do. */
function isoType(head: Buffer): MediaType | undefined {
  const size = Math.min(head.length < 4 ? 0 : head.readUInt32BE(0), head.length, 256);
  const named = [head.toString('latin1', 8, 12)];
  for (let offset = 16; offset + 4 <= size; offset += 4) named.push(head.toString('latin1', offset, offset + 4));
  for (const name of named) {
    const type = brands.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (type !== undefined) return type;
  }
  return undefined;
}

const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const lowBitrates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const sampleRates = [44_100, 48_000, 32_000];

/** Two MPEG layer III frames in a row: the first one's mark alone is eleven bits, which other files have too. */
function isMpegAudio(head: Buffer): boolean {
  const length = frameLength(head, 0);
  return length !== undefined && frameLength(head, length) !== undefined;
}

function frameLength(head: Buffer, offset: number): number | undefined {
  if (offset + 4 > head.length || head[offset] !== 0xff) return undefined;
  const [second = 0, third = 0] = [head[offset + 1], head[offset + 2]];
  const version = (second >> 3) & 3;
  const isLayer3 = (second & 0xe6) === 0xe2;
  const full = version === 3;
  const bitrate = (full ? bitrates : lowBitrates)[third >> 4] ?? 0;
  const rate = sampleRates[(third >> 2) & 3];
  if (!isLayer3 || version === 1 || bitrate === 0 || rate === undefined) return undefined;
  const sampleRate = full ? rate : version === 2 ? rate / 2 : rate / 4;
  return Math.floor(((full ? 144 : 72) * bitrate * 1_000) / sampleRate) + ((third >> 1) & 1);
}

/** Everything below a space but tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/** Text is UTF-8 without control characters. Contacts may be in the older encodings phones write. */
function textType(head: Uint8Array): MediaType {
  const latin1 = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (latin1.length === 0 || control.test(latin1)) return opaqueType;
  const start = latin1.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^BEGIN:VCARD\r?\n/i.test(start)) return 'text/vcard';
  if (start === '' || start.startsWith('<')) return opaqueType;
  return isUtf8(head) ? 'text/plain' : opaqueType;
}

/** Whether it is UTF-8, apart from a character the end of the head may have cut. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
