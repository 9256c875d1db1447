import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { CredentialField, LineView, ProviderInfo } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import styles from './lines.module.css';

const words = texts.lines;

/** Replaces keys. Stored ones are never shown: a field left empty keeps what is stored. */
export function CredentialsForm({ line, provider }: { readonly line: LineView; readonly provider: ProviderInfo }) {
  const { lines, toasts } = useActions();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const values = { ...line.openCredentials, ...typed };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const secret = new Set(provider.fields.filter((field) => field.secret).map(({ key }) => key));
    const credentials = Object.fromEntries(Object.entries(typed).filter(([key, value]) => value !== '' || !secret.has(key)));
    const answer = await lines.update({ id: line.id, credentials });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setTyped({});
    toasts.show({ tone: 'plain', title: texts.saved });
  };
  return (
    <form className={styles.fields} onSubmit={(event) => void submit(event)} noValidate>
      <CredentialFields
        fields={provider.fields.map((field) => ofStored(field, line.storedSecrets[field.key] ?? false))}
        values={values}
        errors={failure?.fields ?? {}}
        onValue={(key, value) => setTyped({ ...typed, [key]: value })}
      />
      {!failure?.fields && <FormFailure failure={failure} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={Object.keys(typed).length === 0}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** A stored secret need not be given again, and says that it is there. */
function ofStored(field: CredentialField, stored: boolean): CredentialField {
  if (!field.secret) return field;
  if (!stored) return { ...field, placeholder: words.notStored };
  return { ...field, required: true, placeholder: '••••••••••••', help: `${field.help} ${words.keepEmpty}` };
}
