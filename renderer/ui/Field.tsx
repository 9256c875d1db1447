/**
 * A labelled field with one sentence of help, and what is wrong with it right beside it.
 * @module
 */
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { texts } from '../texts.ts';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { Icon } from './icons.tsx';

type FieldProps = {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
};

type FieldIds = { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean | undefined };

/** Lays a field out; the control inside is given the ids that tie it to its label, help and error. */
export function Field({ label, help, error, required = true, children }: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {!required && <span className={styles.optional}> ({texts.optional})</span>}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'required'> & { readonly value: string; readonly onText: (text: string) => void };

export function TextField({ label, help, error, required = true, value, onText, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} required={required}>
      {(ids) => (
        <input
          {...rest}
          {...ids}
          required={required}
          className={classes(styles.input, className)}
          value={value}
          onChange={(event) => onText(event.target.value)}
          spellCheck={false}
        />
      )}
    </Field>
  );
}

/** A field for a secret: concealed until one asks to see it. */
export function SecretField({ label, help, error, required = true, value, onText, ...rest }: TextFieldProps) {
  const [shown, setShown] = useState(false);
  const words = texts.lines;
  return (
    <Field label={label} help={help} error={error} required={required}>
      {(ids) => (
        <div className={styles.secret}>
          <input
            {...rest}
            {...ids}
            required={required}
            type="text"
            className={classes(styles.input, styles.mono, !shown && styles.concealed)}
            value={value}
            onChange={(event) => onText(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <IconButton
            size="small"
            className={styles.reveal}
            icon={shown ? 'eyeOff' : 'eye'}
            label={shown ? words.conceal(label) : words.reveal(label)}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
