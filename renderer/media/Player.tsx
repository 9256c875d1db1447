/**
 * Sound and film, with the browser's own controls. They are loaded when one wants to hear or see them.
 * @module
 */
import { type ReactNode, useState } from 'react';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Attachments.module.css';
import type { AttachmentProps } from './Attachments.tsx';
import { FileButtons, FileCard } from './FileCard.tsx';
import { LostAttachment } from './states.tsx';
import { useHeld } from './useHeld.ts';
import { describe, nameOf } from './words.ts';

const words = texts.media;

export function VideoPlayer(props: AttachmentProps) {
  return (
    <Played
      {...props}
      waiting={(play) => (
        <button type="button" className={styles.film} onClick={play}>
          <span className="visually-hidden">{words.playNamed(nameOf(props.media))} </span>
          <span className={styles.play}>
            <Icon name="play" size={24} />
          </span>
          <span className={styles.caption}>{describe(props.media)}</span>
        </button>
      )}
      playing={(url, broken) => (
        // biome-ignore lint/a11y/useMediaCaption: nobody sends captions with a text.
        <video
          className={styles.film}
          src={url}
          controls
          controlsList="nodownload"
          autoPlay
          playsInline
          aria-label={nameOf(props.media)}
          onError={broken}
        />
      )}
    />
  );
}

export function AudioPlayer(props: AttachmentProps) {
  const { media, place } = props;
  return (
    <Played
      {...props}
      waiting={(play) => (
        <div className={styles.card}>
          <button type="button" className={styles.playSmall} aria-label={words.playNamed(nameOf(media))} onClick={play}>
            <Icon name="play" />
          </button>
          <p className={styles.about}>
            <bdi className={styles.name}>{nameOf(media)}</bdi>
            <span className={styles.detail}>{describe(media)}</span>
          </p>
          <FileButtons media={media} place={place} />
        </div>
      )}
      playing={(url, broken) => (
        <div className={styles.card}>
          {/* biome-ignore lint/a11y/useMediaCaption: nobody sends captions with a text. */}
          <audio
            className={styles.sound}
            src={url}
            controls
            controlsList="nodownload"
            autoPlay
            aria-label={nameOf(media)}
            onError={broken}
          />
        </div>
      )}
    />
  );
}

type PlayedProps = AttachmentProps & {
  readonly waiting: (play: () => void) => ReactNode;
  readonly playing: (url: string, broken: () => void) => ReactNode;
};

function Played({ media, place, waiting, playing }: PlayedProps) {
  const [phase, setPhase] = useState<'waiting' | 'playing' | 'broken'>('waiting');
  const held = useHeld(phase === 'playing' ? media.file : undefined);
  if (held === 'missing') return <LostAttachment media={media} place={place} />;
  if (phase === 'broken') return <FileCard media={media} place={place} detail={words.cannotPlay} />;
  if (typeof held === 'object') return playing(held.url, () => setPhase('broken'));
  return waiting(() => setPhase('playing'));
}
