import type { Media, Message } from '../../src/domain/message.ts';
import type { AttachmentPlace } from '../state/media.ts';
import styles from './Attachments.module.css';
import { shownAs } from './boxes.ts';
import { ContactCard } from './ContactCard.tsx';
import { FileCard } from './FileCard.tsx';
import { Picture } from './Picture.tsx';
import { AudioPlayer, VideoPlayer } from './Player.tsx';
import { AttachmentLink, FailedAttachment, WaitingAttachment } from './states.tsx';

export type AttachmentProps = { readonly media: Media; readonly place: AttachmentPlace };

/** What came or goes along with a text. */
export function Attachments({ message }: { readonly message: Message }) {
  const attachments = (message.media ?? []).map((media, index) => ({ media, place: { messageId: message.id, index } }));
  if (attachments.length === 0) return null;
  return (
    <div className={styles.attachments}>
      {attachments.map(({ media, place }) => (
        <Attachment key={place.index} media={media} place={place} />
      ))}
    </div>
  );
}

function Attachment({ media, place }: AttachmentProps) {
  switch (shownAs(media)) {
    case 'picture':
      return <Picture media={media} place={place} />;
    case 'video':
      return <VideoPlayer media={media} place={place} />;
    case 'audio':
      return <AudioPlayer media={media} place={place} />;
    case 'contact':
      return <ContactCard media={media} place={place} />;
    case 'waiting':
      return <WaitingAttachment media={media} />;
    case 'failed':
      return <FailedAttachment media={media} place={place} />;
    case 'link':
      return <AttachmentLink media={media} />;
    default:
      return <FileCard media={media} place={media.file === undefined ? undefined : place} />;
  }
}
