import { type KeyboardEvent, useState } from 'react';
import { useActions } from '../state/binding.tsx';
import type { AttachmentPlace } from '../state/media.ts';
import { texts } from '../texts.ts';
import { useModalDialog } from '../ui/dialogs.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import type { ViewedPicture } from './pictures.ts';
import { useHeld } from './useHeld.ts';
import styles from './Viewer.module.css';
import { nameOf } from './words.ts';

const words = texts.media;

type ViewerProps = { readonly pictures: readonly ViewedPicture[]; readonly place: AttachmentPlace };

/** One picture of a thread, large, and the way to the others. Escape closes it. */
export function Viewer({ pictures, place }: ViewerProps) {
  const { media } = useActions();
  const dialog = useModalDialog();
  const [isZoomed, setZoomed] = useState(false);
  const index = pictures.findIndex((picture) => picture.place.messageId === place.messageId && picture.place.index === place.index);
  const present = pictures[index];
  const held = useHeld(present?.media.file);

  const go = (step: number) => {
    const next = pictures[index + step];
    if (!next) return;
    setZoomed(false);
    media.view(next.place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    // Where a picture is larger than the window the arrows move it.
    if (isZoomed && event.key.startsWith('Arrow')) return;
    event.preventDefault();
    act({ go, setZoomed });
  };
  if (!present) return null;
  const name = nameOf(present.media);
  return (
    <dialog
      ref={dialog}
      className={styles.viewer}
      aria-label={words.viewer}
      // Not after the page took it away to show another one.
      onClose={() => media.view(null)}
      onKeyDown={onKeyDown}
    >
      <header className={styles.bar}>
        <h2 className={styles.title}>
          <bdi>{name}</bdi>
          {pictures.length > 1 && <span className={styles.position}>{words.position(index + 1, pictures.length)}</span>}
        </h2>
        <Tool icon={isZoomed ? 'zoomOut' : 'zoomIn'} label={isZoomed ? words.zoomOut : words.zoomIn} run={() => setZoomed(!isZoomed)} />
        <Tool icon="download" label={words.saveNamed(name)} run={() => void media.save(present.place)} />
        <Tool icon="close" label={texts.close} run={() => dialog.current?.close()} />
      </header>
      <Tool icon="back" label={words.previous} run={() => go(-1)} isOff={index === 0} side="previous" />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons above do the same from the keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above. */}
      <div
        className={styles.stage}
        data-zoomed={isZoomed ? '' : undefined}
        onClick={(event) => (event.target === event.currentTarget ? dialog.current?.close() : setZoomed(!isZoomed))}
      >
        {typeof held === 'object' && <img key={held.url} className={styles.picture} src={held.url} alt={name} />}
      </div>
      <Tool icon="forward" label={words.next} run={() => go(1)} isOff={index === pictures.length - 1} side="next" />
    </dialog>
  );
}

type Keyed = { readonly go: (step: number) => void; readonly setZoomed: (zoomed: boolean) => void };

const keys: Readonly<Record<string, (viewer: Keyed) => void>> = {
  ArrowLeft: ({ go }) => go(-1),
  ArrowRight: ({ go }) => go(1),
  '+': ({ setZoomed }) => setZoomed(true),
  '-': ({ setZoomed }) => setZoomed(false),
};

type ToolProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => void;
  readonly isOff?: boolean;
  readonly side?: 'previous' | 'next';
};

function Tool({ icon, label, run, isOff = false, side }: ToolProps) {
  return (
    <button
      type="button"
      className={side ? `${styles.button} ${styles.step}` : styles.button}
      data-side={side}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : run}
    >
      <Icon name={icon} />
    </button>
  );
}
