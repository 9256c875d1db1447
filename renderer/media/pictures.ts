import type { Media, Message } from '../../src/domain/message.ts';
import type { AttachmentPlace } from '../state/media.ts';
import { shownAs } from './boxes.ts';

export type ViewedPicture = { readonly media: Media; readonly place: AttachmentPlace };

/** All pictures of some messages, in their order. */
export function picturesOf(messages: readonly Message[]): readonly ViewedPicture[] {
  return messages.flatMap(({ id, media = [] }) =>
    media.flatMap((each, index) => (shownAs(each) === 'picture' ? [{ media: each, place: { messageId: id, index } }] : [])),
  );
}
