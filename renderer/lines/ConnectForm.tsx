import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { LineView, ProviderInfo } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import styles from './lines.module.css';

const words = texts.lines;

type ConnectFormProps = { readonly provider: ProviderInfo; readonly onBack: () => void; readonly onCreated: (line: LineView) => void };

/** Keys, number and name of a new line. What is wrong is said beside its field. */
export function ConnectForm({ provider, onBack, onCreated }: ConnectFormProps) {
  const { lines } = useActions();
  const [number, setNumber] = useState('');
  const [label, setLabel] = useState(provider.label);
  const [credentials, setCredentials] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = failure?.fields ?? {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const given = Object.entries(credentials).filter(([, value]) => value !== '');
    const answer = await lines.create({ provider: provider.name, label, number, credentials: Object.fromEntries(given) });
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) onCreated(answer.value);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.title}>{words.connectTitle(provider.label)}</h2>
      <p className={styles.help}>{words.connectHelp}</p>
      {provider.securityNote && <p className={styles.note}>{provider.securityNote}</p>}
      <CredentialFields
        fields={provider.fields}
        values={credentials}
        errors={errors}
        onValue={(key, value) => setCredentials({ ...credentials, [key]: value })}
      />
      <div className={styles.pair}>
        <TextField
          label={words.number}
          help={words.numberHelp}
          value={number}
          onText={setNumber}
          error={errors.number}
          type="tel"
          autoComplete="off"
          placeholder="+1 202 555 0101"
        />
        <TextField label={words.label} help={words.labelHelp} value={label} onText={setLabel} error={errors.label} maxLength={60} />
      </div>
      <FormFailure failure={failure} />
      <div className={styles.buttons}>
        <Button tone="quiet" icon="back" onClick={onBack}>
          {words.otherProvider}
        </Button>
        <Button tone="primary" type="submit" busy={busy}>
          {busy ? words.creating : words.create}
        </Button>
      </div>
    </form>
  );
}
