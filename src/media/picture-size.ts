/**
 * How large a picture is, from its first bytes: the window keeps a place of the right shape for it before it is loaded, and
 * does not draw one that would fill the memory (a small file can hold a picture of a thousand million points).
 * @module
 */
import type { MediaType } from '../domain/media-type.ts';
import { jpegSize } from './jpeg-size.ts';

/** In points, as the picture is shown. */
export type PictureSize = { readonly width: number; readonly height: number };

/** `undefined`: it is no picture, or its size is not where it should be. */
export function pictureSize(type: MediaType, bytes: Uint8Array): PictureSize | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = reader(type)?.(head);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // Read beyond the end: the file is shorter than it says.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function reader(type: MediaType): ((head: Buffer) => PictureSize | undefined) | undefined {
  switch (type) {
    case 'image/png':
      return (head) => ({ width: head.readUInt32BE(16), height: head.readUInt32BE(20) });
    case 'image/gif':
      return (head) => ({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) });
    case 'image/webp':
      return webpSize;
    case 'image/jpeg':
      return jpegSize;
    case 'image/avif':
      return avifSize;
    default:
      return undefined;
  }
}

/** WebP container, RFC 9649. */
function webpSize(head: Buffer): PictureSize | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}

/** The largest of the sizes in a file's `ispe` properties: that of the picture, not of a thumbnail or a tile. */
function avifSize(head: Buffer): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
