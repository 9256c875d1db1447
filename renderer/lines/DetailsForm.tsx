import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { LineView } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import styles from './lines.module.css';

const words = texts.lines;

export function DetailsForm({ line }: { readonly line: LineView }) {
  const { lines, toasts } = useActions();
  const [label, setLabel] = useState(line.label);
  const [number, setNumber] = useState(line.number);
  const [failure, setFailure] = useState<Failure | null>(null);
  const changed = label !== line.label || number !== line.number;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await lines.update({ id: line.id, label, number });
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setNumber(answer.value.number);
    toasts.show({ tone: 'plain', title: texts.saved });
  };
  return (
    <form className={styles.fields} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.pair}>
        <TextField label={words.label} value={label} onText={setLabel} error={failure?.fields?.label} maxLength={60} />
        <TextField label={words.number} value={number} onText={setNumber} error={failure?.fields?.number} type="tel" autoComplete="off" />
      </div>
      {!failure?.fields && <FormFailure failure={failure} />}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!changed}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
