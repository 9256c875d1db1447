import { useId } from 'react';
import styles from './Segments.module.css';

type SegmentsProps<Value extends string | number> = {
  readonly label: string;
  /** Whether the label is written above it; screen readers are told it either way. */
  readonly labelled?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
};

/** Choosing one of two or three, all in view. */
export function Segments<Value extends string | number>({ label, labelled = false, value, options, onValue }: SegmentsProps<Value>) {
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={labelled ? styles.label : 'visually-hidden'}>{label}</legend>
      <span className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input type="radio" name={group} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
