/**
 * What an attachment is called and said to be.
 * @module
 */
import { kindOf } from '../../src/domain/media-type.ts';
import type { Media } from '../../src/domain/message.ts';
import { formatBytes } from '../format/size.ts';
import { texts } from '../texts.ts';

const words = texts.media;

/** Its name, or its kind where it has none. */
export function nameOf({ name, type }: Media): string {
  return name ?? words.kinds[kindOf(type)];
}

/** `JPEG picture · 312 kB` */
export function describe({ type, bytes }: Media): string {
  const kind = (type && words.types[type]) ?? words.unknownType;
  return bytes === undefined ? kind : `${kind} · ${formatBytes(bytes)}`;
}

/** The server an attachment comes from. */
export function hostOf({ url = '' }: Media): string {
  return URL.parse(url)?.host ?? url;
}

/** What a screen reader says of a message's attachments. */
export function saidOf(attachments: readonly Media[]): string {
  return attachments
    .map((media) => {
      if (media.state === 'stored')
        return media.name === undefined ? words.kinds[kindOf(media.type)] : `${words.kinds[kindOf(media.type)]} ${media.name}`;
      if (media.state === 'failed' && media.reason) return `${texts.thread.attachment}: ${words.reasons[media.reason]}`;
      return texts.thread.attachment;
    })
    .join(', ');
}
