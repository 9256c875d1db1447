/**
 * Attachments for tests: real pictures and a real clip, and what is easily written by hand.
 * @module
 */
import { readFileSync } from 'node:fs';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url));

/** 960 × 640. */
export const jpeg = fixture('hills.jpg');
/** 240 × 360. */
export const png = fixture('hills.png');
/** 320 × 320. */
export const webp = fixture('hills.webp');
export const webm = fixture('clip.webm');
/** 1 × 1. */
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A second of a quiet tone. */
export const wav = tone();

export const vcard = `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Robin;;;\r\nFN:Robin Example\r\nORG:Example Bakery\r\nTEL;TYPE=CELL:+1 202-555-0142\r\nTEL;TYPE=WORK:+1 202-555-0143\r\nEMAIL:robin@example.com\r\nEND:VCARD\r\n`;
export const html = '<!doctype html><html><body><script>document.title = "run"</script></body></html>';
export const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
export const pdf = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

function tone(): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(rate, 128);
  for (let at = 0; at < rate; at += 1) samples[at] = 128 + Math.round(30 * Math.sin((at / rate) * 440 * 2 * Math.PI));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, samples]);
}
