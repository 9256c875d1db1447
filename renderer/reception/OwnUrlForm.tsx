import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import styles from './ReceptionPage.module.css';

const words = texts.reception;

/** The user's own way in: an address that leads to the receiver. It is used, and checked, at once. */
export function OwnUrlForm() {
  const { lines } = useActions();
  const present = useWindow((state) => (state.tunnel?.kind === 'own-url' ? state.tunnel.publicUrl : null)) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const url = typed ?? present;
  const configure = async (publicUrl: string | undefined) => {
    setBusy(true);
    const answer = await lines.configureReception(publicUrl);
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setTyped(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void configure(url);
  };
  return (
    <form className={styles.own} onSubmit={submit} noValidate>
      <TextField
        label={words.ownLabel}
        placeholder={words.ownPlaceholder}
        value={url}
        onText={setTyped}
        error={failure?.fields?.publicUrl}
        type="url"
        inputMode="url"
        autoComplete="off"
      />
      {!failure?.fields && <FormFailure failure={failure} />}
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" busy={busy} disabled={url.trim() === '' || url === present}>
          {busy ? words.checking : words.use}
        </Button>
        {present !== '' && (
          <Button tone="quiet" onClick={() => void configure(undefined)}>
            {words.stop}
          </Button>
        )}
      </div>
    </form>
  );
}
