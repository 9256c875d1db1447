/**
 * The size of a JPEG as it is shown: phones write pictures lying on their side and say so in the metadata.
 * @module
 */
import type { PictureSize } from './picture-size.ts';

/** Goes from block to block until the one that holds the size. Throws `RangeError` at the end of the bytes. */
export function jpegSize(head: Buffer): PictureSize | undefined {
  let turned = false;
  for (let at = 2; ; ) {
    if (head.readUInt8(at) !== 0xff) return undefined;
    const marker = head.readUInt8(at + 1);
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(at + 2);
    if (isFrame(marker)) {
      const size = { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
      return turned ? { width: size.height, height: size.width } : size;
    }
    // Start of scan, end of image, or a block that says it is shorter than its own head.
    if (marker === 0xda || marker === 0xd9 || length < 2) return undefined;
    if (marker === 0xe1) turned = isTurned(head.subarray(at + 4, at + 2 + length)) || turned;
    at += 2 + length;
  }
}

/** SOF0 … SOF15 without the three that are other tables (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

const orientationTag = 0x0112;

/** Whether the Exif block says that the picture is to be shown turned by 90° (orientations 5 to 8). */
function isTurned(block: Buffer): boolean {
  if (block.toString('latin1', 0, 6) !== 'Exif\0\0' || block.length < 14) return false;
  const tiff = block.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(first);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (short(at) === orientationTag) return short(at + 8) >= 5 && short(at + 8) <= 8;
  }
  return false;
}
