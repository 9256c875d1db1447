import type { CredentialField } from '../../src/contract/views.ts';
import { SecretField, TextField } from '../ui/Field.tsx';
import styles from './lines.module.css';

type CredentialFieldsProps = {
  readonly fields: readonly CredentialField[];
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong, by the path the contract uses: `credentials.<key>`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onValue: (key: string, value: string) => void;
};

/** The fields a provider asks for, each with one sentence about where to find it. */
export function CredentialFields({ fields, values, errors, onValue }: CredentialFieldsProps) {
  return (
    <div className={styles.fields}>
      {fields.map(({ key, label, help, secret, required, placeholder }) => {
        const Kind = secret ? SecretField : TextField;
        return (
          <Kind
            key={key}
            label={label}
            help={help}
            required={required}
            value={values[key] ?? ''}
            onText={(value) => onValue(key, value)}
            error={errors[`credentials.${key}`]}
            autoComplete="off"
            {...(placeholder !== undefined && { placeholder })}
          />
        );
      })}
    </div>
  );
}
