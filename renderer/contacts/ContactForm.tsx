import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { visible } from '../../src/domain/visible.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import fieldStyles from '../ui/Field.module.css';
import { Field, TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { useBusy } from '../ui/useBusy.ts';
import styles from './ContactForm.module.css';
import { type NumberEntry, NumberFields } from './NumberFields.tsx';

const words = texts.contacts;

type ContactFormProps = {
  /** Not given: a new one. */
  readonly contact?: Contact;
  /** A number that is added to what is there. */
  readonly address?: string | undefined;
};

/** A contact, new or changed, with what is wrong right beside each field. */
export function ContactForm({ contact, address }: ContactFormProps) {
  const { contacts, navigation } = useActions();
  const [name, setName] = useState(contact?.name ?? '');
  const [organization, setOrganization] = useState(contact?.organization ?? '');
  const [note, setNote] = useState(contact?.note ?? '');
  const [numbers, setNumbers] = useState(() => entriesOf(contact, address));
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, during] = useBusy();
  const filled = numbers.filter(({ text }) => visible(text) !== '');
  const wrong = {
    name: asked && name.trim() === '' ? words.nameMissing : failure?.fields?.name,
    numbers: asked && filled.length === 0 ? words.numberMissing : undefined,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (busy || name.trim() === '' || filled.length === 0) return;
    during(async () => {
      const addresses = filled.map(({ address: kept, text, label }) => ({ address: kept ?? text.trim(), ...(label !== '' && { label }) }));
      const answer = await contacts.save(contact?.id, {
        name: name.trim(),
        organization: organization.trim(),
        note: note.trim(),
        addresses,
      });
      if (!answer.ok) setFailure(answer.error);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={contact ? words.editTitle(contact.name) : words.newTitle}>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
        <h1 className={styles.title}>{contact ? <bdi>{words.editTitle(contact.name)}</bdi> : words.newTitle}</h1>
      </header>
      <TextField
        label={words.name}
        value={name}
        onText={setName}
        error={wrong.name}
        maxLength={120}
        autoComplete="off"
        autoFocus
        dir="auto"
      />
      <TextField
        label={words.organization}
        value={organization}
        onText={setOrganization}
        required={false}
        maxLength={120}
        autoComplete="off"
        dir="auto"
      />
      <NumberFields entries={numbers} onEntries={setNumbers} error={wrong.numbers} contactId={contact?.id} />
      <Field label={words.note} help={words.noteHelp} required={false}>
        {(ids) => (
          <textarea
            {...ids}
            className={`${fieldStyles.input} ${styles.note}`}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            rows={4}
            maxLength={4_000}
            dir="auto"
          />
        )}
      </Field>
      {!failure?.fields?.name && <FormFailure failure={failure} />}
      <div className={styles.buttons}>
        <Button onClick={() => contacts.show(contact ? { kind: 'contact', id: contact.id } : { kind: 'list' })}>{texts.cancel}</Button>
        <Button type="submit" tone="primary" busy={busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** The numbers that are there, the one that is to be added, and always a field to type one into. */
function entriesOf(contact: Contact | undefined, address: string | undefined): readonly NumberEntry[] {
  const present = (contact?.addresses ?? []).map((own) => ({ address: own.address, text: own.address, label: own.label ?? '' }));
  const isNew = address !== undefined && !present.some((own) => own.address === address);
  const entries = isNew ? [...present, { address, text: address, label: '' }] : present;
  const numbered = entries.map((entry, key) => ({ ...entry, key }));
  return numbered.length > 0 ? numbered : [{ key: 0, address: undefined, text: '', label: 'mobile' }];
}
