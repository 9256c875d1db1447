import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentsHeight, pictureBox, shownAs } from '../../../../renderer/media/boxes.ts';
import type { Media } from '../../../../src/domain/message.ts';

const stored = (media: Media): Media => ({ state: 'stored', file: 'a', ...media });

describe('an attachment is shown', () => {
  test.each<[Media, ReturnType<typeof shownAs>]>([
    [{ url: 'https://a.example/' }, 'link'],
    [{ url: 'javascript:alert(1)' }, 'file'],
    [{ url: 'not one' }, 'file'],
    [{}, 'file'],
    [{ url: 'https://a.example/', state: 'waiting' }, 'waiting'],
    [{ url: 'https://a.example/', state: 'failed', reason: 'expired' }, 'failed'],
    [stored({ type: 'image/jpeg', width: 960, height: 640 }), 'picture'],
    [stored({ type: 'video/mp4' }), 'video'],
    [stored({ type: 'audio/ogg' }), 'audio'],
    [stored({ type: 'text/vcard' }), 'contact'],
    [stored({ type: 'application/pdf' }), 'file'],
    [stored({ type: 'image/heic', width: 10, height: 10 }), 'file'],
    [stored({ type: 'image/svg+xml', width: 10, height: 10 }), 'file'],
    [stored({ type: 'text/html' }), 'file'],
    [stored({}), 'file'],
  ])('%o as %s', (media, shown) => {
    expect(shownAs(media)).toBe(shown);
  });

  test('as a file when it would fill the memory, or nobody knows whether it would', () => {
    expect(shownAs(stored({ type: 'image/png', width: 50_000, height: 50_000 }))).toBe('file');
    expect(shownAs(stored({ type: 'image/png' }))).toBe('file');
    expect(shownAs(stored({ type: 'image/png', width: 100, height: 100, bytes: 25_000_000 }))).toBe('file');
  });
});

test('a picture keeps its shape in a place of bearable size, and nothing is blown up', () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const box = pictureBox({ width, height });
      expect(box.width).toBeLessThanOrEqual(320);
      expect(box.height).toBeLessThanOrEqual(340);
      if (box.width > 96 && box.height > 72)
        expect(Math.abs(box.width / box.height - width / height)).toBeLessThan(0.05 * (width / height));
      if (width > 96 && height > 72) expect(box.width <= width && box.height <= height).toBe(true);
    }),
  );
});

test('the height of a message counts every attachment, as far as there is room for its width', () => {
  const picture = stored({ type: 'image/jpeg', width: 960, height: 640 });
  expect(attachmentsHeight([], 400)).toBe(0);
  expect(attachmentsHeight([picture], 400)).toBe(213 + 4);
  expect(attachmentsHeight([picture], 160)).toBeCloseTo(106.5 + 4);
  expect(attachmentsHeight([picture, picture, stored({ type: 'application/pdf' })], 400)).toBe(2 * 217 + 60);
});
