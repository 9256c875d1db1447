/**
 * Attachments that are not here: on their way, not to be had, or somewhere else.
 * @module
 */
import type { Media } from '../../src/domain/message.ts';
import { formatBytes } from '../format/size.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './Attachments.module.css';
import type { AttachmentProps } from './Attachments.tsx';
import { hostOf, nameOf } from './words.ts';

const words = texts.media;

export function WaitingAttachment({ media }: { readonly media: Media }) {
  return (
    <div className={styles.card} data-state="waiting">
      <span className={styles.badge}>
        <span className={styles.ring} aria-hidden="true" />
      </span>
      <p className={styles.about}>
        <span className={styles.name}>{words.waiting}</span>
        <bdi className={styles.detail}>{words.from(hostOf(media))}</bdi>
      </p>
    </div>
  );
}

/** Why it is not here, and the one thing to do about it. Where the provider has deleted it, asking again would change nothing. */
export function FailedAttachment({ media, place }: AttachmentProps) {
  const actions = useActions();
  const { reason = 'missing', bytes, url } = media;
  const isChoice = reason === 'not-wanted' || reason === 'too-large';
  return (
    <div className={styles.card} data-state={isChoice ? 'offered' : 'failed'}>
      <span className={styles.badge}>
        <Icon name={isChoice ? 'download' : 'alert'} />
      </span>
      <p className={styles.about}>
        <span className={styles.name}>{isChoice ? texts.thread.attachment : words.failed}</span>
        <span className={styles.detail}>
          {words.reasons[reason]} {bytes !== undefined && `(${formatBytes(bytes)})`}
        </span>
      </p>
      {url !== undefined && (
        <Button size="small" icon={isChoice ? 'download' : 'retry'} onClick={() => void actions.media.retry(place)}>
          {isChoice ? words.download : words.tryAgain}
        </Button>
      )}
    </div>
  );
}

/** The file was here and is not any more: what the message says of it is out of date. */
export function LostAttachment({ media, place }: AttachmentProps) {
  return <FailedAttachment media={{ ...media, reason: 'missing' }} place={place} />;
}

/** It is fetched by somebody else: the provider takes it from this address. */
export function AttachmentLink({ media }: { readonly media: Media }) {
  return (
    <a className={styles.link} href={media.url} target="_blank" rel="noopener noreferrer" tabIndex={-1}>
      <Icon name="attach" size={16} />
      <span>{nameOf(media) === words.kinds.file ? texts.thread.attachment : nameOf(media)}</span>
      <bdi className={styles.host}>{hostOf(media)}</bdi>
    </a>
  );
}
