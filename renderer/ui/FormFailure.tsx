import type { Failure } from '../../src/contract/errors.ts';
import styles from './FormFailure.module.css';
import { Icon } from './icons.tsx';

/** Why a form was not taken; what is wrong with single fields stands beside those. */
export function FormFailure({ failure }: { readonly failure: Failure | null }) {
  if (!failure) return null;
  return (
    <p className={styles.failure} role="alert">
      <Icon name="alert" size={16} />
      <span>
        <strong>{failure.message}</strong> {failure.action && `${failure.action}.`}
      </span>
    </p>
  );
}
