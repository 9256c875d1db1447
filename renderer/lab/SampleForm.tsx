import type { FormEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import fields from '../ui/Field.module.css';
import { TextField } from '../ui/Field.tsx';
import styles from './SampleForm.module.css';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

/** What the sample says, in plain words: the provider's format is made of it. */
export function SampleForm() {
  const lab = useLab();
  const [{ from, body, media }, carriesMedia, composing] = useLabState((state) => [
    state.sample,
    state.mutations.includes('three-attachments'),
    state.composing,
  ]);
  const make = (event: FormEvent): void => {
    event.preventDefault();
    void lab.begin();
  };
  return (
    <form className={styles.form} aria-label={words.write} onSubmit={make}>
      <TextField
        label={words.writeFrom}
        value={from}
        maxLength={60}
        placeholder={words.fromPlaceholder}
        required={false}
        onText={(text) => lab.say({ from: text })}
      />
      <TextField
        label={words.writeText}
        value={body}
        maxLength={100_000}
        placeholder={words.textPlaceholder}
        required={false}
        onText={(text) => lab.say({ body: text })}
      />
      <Button type="submit" busy={composing}>
        {words.make}
      </Button>
      {carriesMedia && (
        <details className={styles.media}>
          <summary>{words.writeMedia}</summary>
          <textarea
            className={fields.input}
            aria-label={words.writeMedia}
            rows={2}
            value={media}
            spellCheck={false}
            onChange={(event) => lab.say({ media: event.target.value })}
          />
        </details>
      )}
    </form>
  );
}
