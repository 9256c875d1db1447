import { type DragEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './ChooseFile.module.css';

const words = texts.exchange;

/** Where a file is chosen, or dropped. */
export function ChooseFile({ failure }: { readonly failure: Failure | null }) {
  const { exchange } = useActions();
  const [over, setOver] = useState(false);
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void exchange.drop(file);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse alone, the button is for everybody */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragEnter={onDrag}
        onDragOver={onDrag}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span className={styles.badge}>
          <Icon name="upload" size={24} />
        </span>
        <p className={styles.title}>{over ? words.dropNow : words.drop}</p>
        <p className={styles.help}>{words.dropHelp}</p>
        <Button tone="primary" icon="file" onClick={() => void exchange.choose()}>
          {words.choose}
        </Button>
      </div>
      <FormFailure failure={failure} />
    </>
  );
}
