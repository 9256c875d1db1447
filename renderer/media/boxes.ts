/**
 * How much room attachments take in a thread: known before anything is loaded, so that nothing jumps when it is. The same
 * lengths are in Attachments.module.css, in pixels.
 * @module
 */
import { kindOf } from '../../src/domain/media-type.ts';
import type { Media } from '../../src/domain/message.ts';

export type Box = { readonly width: number; readonly height: number };

const largest: Box = { width: 320, height: 340 };
const smallest: Box = { width: 96, height: 72 };
/** More points than this are not drawn in a thread: they would take hundreds of megabytes. */
const mostPoints = 50_000_000;
/** Nor are larger files loaded just because one scrolls by, in bytes. */
const mostBytes = 20_000_000;

const card = 56;
const failed = 68;
const video = 180;
const contact = 144;
const gap = 4;

/** How an attachment is shown. */
export type Shown = 'picture' | 'video' | 'audio' | 'contact' | 'file' | 'waiting' | 'failed' | 'link';

export function shownAs(media: Media): Shown {
  if (media.state === 'waiting') return 'waiting';
  if (media.state === 'failed') return 'failed';
  if (media.state === undefined || media.file === undefined) return isWebAddress(media.url) ? 'link' : 'file';
  const kind = kindOf(media.type);
  if (kind === 'image') return isDrawable(media) ? 'picture' : 'file';
  return kind;
}

/** Only these are ever made a link: the address is the sender's. */
function isWebAddress(url = ''): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

function isDrawable({ width = 0, height = 0, bytes = 0 }: Media): boolean {
  return width > 0 && height > 0 && width * height <= mostPoints && bytes <= mostBytes;
}

/** The place of a picture: in its own shape as far as that is bearable, never larger than it is unless it is tiny. */
export function pictureBox({ width = largest.width, height = largest.height }: Media): Box {
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return {
    width: Math.round(Math.max(smallest.width, width * scale)),
    height: Math.round(Math.max(smallest.height, height * scale)),
  };
}

/** Pixels the attachments of a message take, where they have `width` pixels. */
export function attachmentsHeight(attachments: readonly Media[], width: number): number {
  return attachments.reduce((sum, media) => sum + heightOf(media, width) + gap, 0);
}

function heightOf(media: Media, width: number): number {
  switch (shownAs(media)) {
    case 'picture': {
      const box = pictureBox(media);
      return box.height * Math.min(1, width / box.width);
    }
    case 'video':
      return Math.min(video, (width * 9) / 16);
    case 'contact':
      return contact;
    case 'failed':
      return failed;
    case 'link':
      return 36;
    default:
      return card;
  }
}
