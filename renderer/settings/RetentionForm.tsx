import { type FormEvent, useState } from 'react';
import type { Settings } from '../../src/domain/settings.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import styles from './SettingsPage.module.css';

const words = texts.settings;
const ranges = { keepDays: [1, 365], keepCount: [100, 100_000] } as const;

/** How long raw deliveries are kept. */
export function RetentionForm({ limits }: { readonly limits: Settings['deliveries'] }) {
  const { lines } = useActions();
  const [days, setDays] = useState(String(limits.keepDays));
  const [count, setCount] = useState(String(limits.keepCount));
  const keepDays = within(days, ranges.keepDays);
  const keepCount = within(count, ranges.keepCount);
  const changed = keepDays !== limits.keepDays || keepCount !== limits.keepCount;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (keepDays !== undefined && keepCount !== undefined) void lines.updateSettings({ deliveries: { keepDays, keepCount } });
  };
  return (
    <form className={styles.retention} onSubmit={submit} noValidate>
      <div className={styles.pair}>
        <TextField
          label={words.keepDays}
          value={days}
          onText={setDays}
          inputMode="numeric"
          error={keepDays === undefined ? words.daysRange : undefined}
        />
        <TextField
          label={words.keepCount}
          value={count}
          onText={setCount}
          inputMode="numeric"
          error={keepCount === undefined ? words.countRange : undefined}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" disabled={!changed || keepDays === undefined || keepCount === undefined}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** The whole number a text means, if it lies in the range. */
function within(text: string, [least, most]: readonly [number, number]): number | undefined {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
