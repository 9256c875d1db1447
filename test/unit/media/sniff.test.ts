import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeOpened, extensionOf, kindOf, opaqueType, typeOfFile } from '../../../src/domain/media-type.ts';
import { pictureSize } from '../../../src/media/picture-size.ts';
import { sniff } from '../../../src/media/sniff.ts';
import { gif, html, jpeg, pdf, png, svg, vcard, wav, webm, webp } from '../../support/media/samples.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const ftyp = (major: string, ...others: string[]): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 16 + others.length * 4]), bytes(`ftyp${major}\0\0\0\0${others.join('')}`), Buffer.alloc(64)]);
/** A frame of MPEG layer III: 128 kbit/s, 44,100 Hz, 417 bytes. */
const mp3Frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

describe('the type of a file', () => {
  test.each<[string, Uint8Array, string]>([
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a GIF', gif, 'image/gif'],
    ['a WebP', webp, 'image/webp'],
    ['an AVIF', ftyp('avif', 'mif1'), 'image/avif'],
    ['an AVIF by its compatible brand', ftyp('mif1', 'avif'), 'image/avif'],
    ['a HEIC', ftyp('heic', 'mif1'), 'image/heic'],
    ['an MP4', ftyp('isom', 'avc1'), 'video/mp4'],
    ['an MP4 of another brand', ftyp('mp42'), 'video/mp4'],
    ['a 3GP', ftyp('3gp4'), 'video/3gpp'],
    ['a QuickTime film', ftyp('qt  '), 'video/quicktime'],
    ['a WebM', webm, 'video/webm'],
    ['an M4A', ftyp('M4A '), 'audio/mp4'],
    ['an MP3 with a tag', bytes('ID3\x04\0\0\0\0\0\0'), 'audio/mpeg'],
    ['an MP3 without one', Buffer.concat([mp3Frame, mp3Frame]), 'audio/mpeg'],
    ['an AMR recording', bytes('#!AMR\n\x3c'), 'audio/amr'],
    ['an Ogg recording', bytes('OggS\0\x02'), 'audio/ogg'],
    ['a WAV', wav, 'audio/wav'],
    ['a FLAC', bytes('fLaC\0'), 'audio/flac'],
    ['a PDF', bytes(pdf), 'application/pdf'],
    ['a contact', bytes(vcard), 'text/vcard'],
    ['a contact with a byte order mark and in Latin 1', bytes('\xef\xbb\xbfBEGIN:VCARD\r\nFN:J\xf6rg\r\nEND:VCARD'), 'text/vcard'],
    ['plain text', Buffer.from('Grüße aus Köln\n'), 'text/plain'],
  ])('%s is known', (_what, head, type) => {
    expect(sniff(head)).toBe(type);
  });

  test.each<[string, Uint8Array]>([
    ['HTML', bytes(html)],
    ['HTML after white space and a byte order mark', Buffer.from(`\uFEFF \n ${html}`)],
    ['SVG', bytes(svg)],
    ['XML', bytes('<x/>')],
    ['a program for Windows', bytes('MZ\x90\0\x03')],
    ['a program for Linux', bytes('\x7fELF\x02')],
    ['an archive', bytes('PK\x03\x04')],
    ['Matroska that is not WebM', bytes('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x88matroska')],
    ['an unknown relative of MP4', ftyp('crx ')],
    ['another RIFF', bytes('RIFF\x04\0\0\0AVI ')],
    ['one frame that looks like MP3', bytes('\xff\xfb\x90\0 and nothing after it')],
    ['text in UTF-16', Buffer.from('﻿text', 'utf16le')],
    ['text in Latin 1', bytes('J\xf6rg')],
    ['nothing', Buffer.alloc(0)],
  ])('%s is opaque', (_what, head) => {
    expect(sniff(head)).toBe(opaqueType);
  });

  test('is found for any bytes, and is in the list', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('', 'RIFF', '\0\0\0\x20ftyp', '\xff\xfb', '\xff\xd8\xff', 'ID3'),
        (tail, start) => {
          const head = Buffer.concat([bytes(start), tail]);
          const type = sniff(head);
          expect(typeOfFile(`${'a'.repeat(22)}.${extensionOf(type)}`)).toBe(type);
          const size = pictureSize(type, head);
          if (size !== undefined) expect(size.width > 0 && size.height > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is never one that a browser would run, whatever markup is in it', () => {
    const markup = fc.constantFrom('<html>', '<svg>', '<script>', '<?xml?>', '<!doctype html>', '<math>', '<');
    fc.assert(
      fc.property(fc.stringMatching(/^\s{0,8}$/), markup, fc.string(), (space, tag, rest) => {
        expect(sniff(Buffer.from(`${space}${tag}${rest}`))).toBe(opaqueType);
      }),
    );
  });

  test('decides how it is shown and whether another program may open it', () => {
    expect(kindOf('image/jpeg')).toBe('image');
    expect(kindOf('text/html')).toBe('file');
    expect(kindOf('constructor')).toBe('file');
    expect(canBeOpened('application/pdf')).toBe(true);
    expect(canBeOpened(opaqueType)).toBe(false);
    expect(canBeOpened('text/html')).toBe(false);
    expect(canBeOpened(undefined)).toBe(false);
  });

  test('is told by our own names alone', () => {
    expect(typeOfFile('AAAAAAAAAAAAAAAAAAAAAA.jpg')).toBe('image/jpeg');
    expect(typeOfFile('AAAAAAAAAAAAAAAAAAAAAA.bin')).toBe(opaqueType);
    for (const name of [
      'AAAAAAAAAAAAAAAAAAAAAA.html',
      'AAAAAAAAAAAAAAAAAAAAAA.svg',
      '../AAAAAAAAAAAAAAAAAAAA.jpg',
      'a.jpg',
      '',
      'AAAAAAAAAAAAAAAAAAAAAA.jpg\n',
      'AAAAAAAAAAAAAAAAAAAAAA.part',
    ])
      expect(typeOfFile(name)).toBeUndefined();
  });
});

describe('the size of a picture', () => {
  test.each<[string, Uint8Array, number, number]>([
    ['a JPEG', jpeg, 960, 640],
    ['a PNG', png, 240, 360],
    ['a GIF', gif, 1, 1],
    ['a WebP', webp, 320, 320],
  ])('of %s is read from its first bytes', (_what, head, width, height) => {
    expect(pictureSize(sniff(head), head)).toEqual({ width, height });
  });

  test.each([
    ['little-endian', Buffer.from('II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0', 'latin1')],
    ['big-endian', Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0', 'latin1')],
  ])('of a JPEG that lies on its side is that of what one sees (%s)', (_order, tiff) => {
    const exif = Buffer.concat([bytes('Exif\0\0'), tiff]);
    const block = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const turned = Buffer.concat([jpeg.subarray(0, 2), block, jpeg.subarray(2)]);
    expect(pictureSize('image/jpeg', turned)).toEqual({ width: 640, height: 960 });
  });

  test('of a cut file is not known', () => {
    for (const [type, picture] of [
      ['image/jpeg', jpeg],
      ['image/png', png],
      ['image/webp', webp],
      ['image/gif', gif],
    ] as const)
      expect(pictureSize(type, picture.subarray(0, 9))).toBeUndefined();
  });

  test('of an AVIF is that of its largest part', () => {
    const ispe = (width: number, height: number): Buffer => {
      const box = Buffer.alloc(20);
      box.writeUInt32BE(20);
      box.write('ispe', 4);
      box.writeUInt32BE(width, 12);
      box.writeUInt32BE(height, 16);
      return box;
    };
    const head = Buffer.concat([ftyp('avif'), ispe(160, 120), ispe(4_000, 3_000), ispe(512, 512)]);
    expect(pictureSize('image/avif', head)).toEqual({ width: 4_000, height: 3_000 });
  });
});
