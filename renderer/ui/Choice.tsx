/**
 * Choosing one of a few (a select), and on or off (a switch), in one look.
 * @module
 */
import { Switch } from 'radix-ui';
import { useId } from 'react';
import styles from './Choice.module.css';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

/**
 * The browser's own select, dressed by its style sheet where the browser allows that: radix-ui's puts a style element into
 * the page, which the window's policy forbids.
 */
export function Choice<Value extends string>({ label, value, options, onValue }: ChoiceProps<Value>) {
  const chosen = (text: string) => {
    const option = options.find((candidate) => candidate.value === text);
    if (option) onValue(option.value);
  };
  return (
    <select className={styles.select} aria-label={label} value={value} onChange={(event) => chosen(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} className={styles.option}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
};

export function Toggle({ label, help, on, onToggle }: ToggleProps) {
  const id = useId();
  return (
    <div className={styles.toggle}>
      <div>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {help && (
          <p className={styles.help} id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
      <Switch.Root id={id} className={styles.switch} checked={on} onCheckedChange={onToggle} aria-describedby={help && `${id}-help`}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  );
}
