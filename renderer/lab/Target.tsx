import { useEffect, useId } from 'react';
import type { LineView } from '../../src/contract/views.ts';
import styles from './Target.module.css';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

/** Which way the request goes, and what it goes into. */
export function Target({ line }: { readonly line: LineView | undefined }) {
  const lab = useLab();
  const [via, into] = useLabState((state) => [state.via, state.into]);
  const isPublic = line?.webhookUrlIsPublic === true;
  useEffect(() => {
    if (!isPublic) lab.goVia('loopback');
  }, [lab, isPublic]);
  return (
    <section className={styles.target} aria-label={words.target}>
      <Options
        label={words.via}
        value={via}
        options={[
          { value: 'loopback', label: words.vias.loopback, help: words.viaHelp.loopback },
          {
            value: 'public',
            label: words.vias.public,
            help: isPublic ? words.viaHelp.public : words.notPublic,
            disabled: !isPublic,
          },
        ]}
        onValue={lab.goVia}
      />
      <Options
        label={words.into}
        value={into}
        options={[
          { value: 'throwaway', label: words.intos.throwaway, help: words.intoHelp.throwaway },
          { value: 'inbox', label: words.intos.inbox, help: words.intoHelp.inbox, real: true },
        ]}
        onValue={lab.goInto}
      />
    </section>
  );
}

type OptionsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly help: string;
    readonly disabled?: boolean;
    /** It has consequences. */
    readonly real?: boolean;
  }[];
  readonly onValue: (value: Value) => void;
};

/** Choosing one of two, each with what it means. */
function Options<Value extends string>({ label, value, options, onValue }: OptionsProps<Value>) {
  const group = useId();
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option} data-real={option.real}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled === true}
            aria-describedby={`${group}-${option.value}`}
            onChange={() => onValue(option.value)}
          />
          <span>
            <span className={styles.name}>{option.label}</span>
            <span className={styles.help} id={`${group}-${option.value}`}>
              {option.help}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
