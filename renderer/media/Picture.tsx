import { useState } from 'react';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import styles from './Attachments.module.css';
import type { AttachmentProps } from './Attachments.tsx';
import { pictureBox } from './boxes.ts';
import { FileCard } from './FileCard.tsx';
import { LostAttachment } from './states.tsx';
import { useHeld } from './useHeld.ts';
import { nameOf } from './words.ts';

/** A picture in the thread, in a place that has its shape before it is loaded; opens large. */
export function Picture({ media, place }: AttachmentProps) {
  const actions = useActions();
  const held = useHeld(media.file);
  const [isBroken, setBroken] = useState(false);
  if (held === 'missing') return <LostAttachment media={media} place={place} />;
  if (isBroken) return <FileCard media={media} place={place} />;
  const { width, height } = pictureBox(media);
  const name = nameOf(media);
  return (
    <button
      type="button"
      className={styles.picture}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      tabIndex={-1}
      aria-label={texts.media.viewNamed(name)}
      onClick={() => actions.media.view(place)}
    >
      {typeof held === 'object' && <img src={held.url} alt={name} decoding="async" onError={() => setBroken(true)} />}
    </button>
  );
}
