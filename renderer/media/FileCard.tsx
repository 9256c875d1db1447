import { canBeOpened, kindOf } from '../../src/domain/media-type.ts';
import type { Media } from '../../src/domain/message.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import type { AttachmentPlace } from '../state/media.ts';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import styles from './Attachments.module.css';
import { describe, nameOf } from './words.ts';

const words = texts.media;
const icons = { image: 'image', audio: 'sound', video: 'film', contact: 'person', file: 'file' } as const satisfies Record<
  string,
  IconName
>;

type FileCardProps = {
  readonly media: Media;
  /** Not given: there is nothing to be done with it. */
  readonly place: AttachmentPlace | undefined;
  /** Instead of its kind and size. */
  readonly detail?: string;
};

/** An attachment by its name and size: it is saved, or opened by another program where it was recognised. */
export function FileCard({ media, place, detail }: FileCardProps) {
  return (
    <div className={styles.card}>
      <span className={styles.badge}>
        <Icon name={icons[kindOf(media.type)]} />
      </span>
      <p className={styles.about}>
        <bdi className={styles.name}>{nameOf(media)}</bdi>
        <span className={styles.detail}>{detail ?? describe(media)}</span>
      </p>
      {place && <FileButtons media={media} place={place} />}
    </div>
  );
}

/** From the keyboard they are in the message's menu. */
export function FileButtons({ media, place }: { readonly media: Media; readonly place: AttachmentPlace }) {
  const actions = useActions();
  const canOpen = useWindow((state) => state.host?.kind === 'electron') && canBeOpened(media.type);
  const name = nameOf(media);
  return (
    <span className={styles.buttons}>
      {canOpen && (
        <IconButton icon="open" size="small" label={words.openNamed(name)} tabIndex={-1} onClick={() => void actions.media.open(place)} />
      )}
      <IconButton icon="download" size="small" label={words.saveNamed(name)} tabIndex={-1} onClick={() => void actions.media.save(place)} />
    </span>
  );
}
