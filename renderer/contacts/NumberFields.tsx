import { useId } from 'react';
import { addressFrom, formatAddress, peerKind } from '../../src/domain/peer.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import fieldStyles from '../ui/Field.module.css';
import { Icon } from '../ui/icons.tsx';
import styles from './ContactForm.module.css';
import { regionIn } from './name.ts';
import { labelWords } from './words.ts';

const words = texts.contacts;
const most = 50;

/** One number as it is edited. */
export type NumberEntry = {
  readonly key: number;
  /** As it is kept; `undefined` since it was typed. */
  readonly address: string | undefined;
  readonly text: string;
  readonly label: string;
};

type NumberFieldsProps = {
  readonly entries: readonly NumberEntry[];
  readonly onEntries: (entries: readonly NumberEntry[]) => void;
  readonly error: string | undefined;
  /** Whose numbers they are: nobody is told that they have their own number. */
  readonly contactId: string | undefined;
};

export function NumberFields({ entries, onEntries, error, contactId }: NumberFieldsProps) {
  const id = useId();
  const change = (key: number, changes: Partial<NumberEntry>): void =>
    onEntries(entries.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry)));
  const add = (): void =>
    onEntries([...entries, { key: Math.max(-1, ...entries.map(({ key }) => key)) + 1, address: undefined, text: '', label: 'mobile' }]);
  return (
    <fieldset className={styles.numbers} aria-describedby={error && `${id}-error`}>
      <legend className={styles.legend}>{words.numbers}</legend>
      {entries.map((entry, index) => (
        <NumberRow
          key={entry.key}
          entry={entry}
          position={index + 1}
          isWrong={error !== undefined}
          contactId={contactId}
          onChange={(changes) => change(entry.key, changes)}
          onRemove={entries.length > 1 ? () => onEntries(entries.filter(({ key }) => key !== entry.key)) : undefined}
        />
      ))}
      {error && (
        <p className={fieldStyles.error} id={`${id}-error`} role="alert">
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
      {entries.length < most && (
        <Button size="small" tone="quiet" icon="plus" className={styles.add} onClick={add}>
          {words.addNumber}
        </Button>
      )}
    </fieldset>
  );
}

type NumberRowProps = {
  readonly entry: NumberEntry;
  readonly position: number;
  readonly isWrong: boolean;
  readonly contactId: string | undefined;
  readonly onChange: (changes: Partial<NumberEntry>) => void;
  readonly onRemove: (() => void) | undefined;
};

function NumberRow({ entry: { address, text, label }, position, isWrong, contactId, onChange, onRemove }: NumberRowProps) {
  const id = useId();
  const region = useWindow(regionIn);
  const meant = address ?? addressFrom(text, region);
  const other = useWindow(({ contactsByAddress }) => {
    const owner = contactsByAddress.get(meant);
    return owner?.id === contactId ? undefined : owner?.name;
  });
  const note = other === undefined ? keptAs(meant, text, address !== undefined) : words.numberTaken(other);
  const kinds = Object.keys(words.labels);
  const options = ['', ...kinds, ...(label === '' || kinds.includes(label) ? [] : [label])];
  return (
    <div className={styles.number}>
      <div className={styles.pair}>
        <Choice
          label={words.labelAt(position)}
          value={label}
          options={options.map((value) => ({ value, label: value === '' ? words.noKind : labelWords(value) }))}
          onValue={(value) => onChange({ label: value })}
        />
        <input
          className={fieldStyles.input}
          aria-label={words.numberAt(position)}
          aria-describedby={note && `${id}-note`}
          aria-invalid={isWrong || undefined}
          value={address === undefined ? text : formatAddress(address, region)}
          onChange={(event) => onChange({ text: event.target.value, address: undefined })}
          type="tel"
          inputMode="text"
          autoComplete="off"
          maxLength={64}
        />
        {onRemove && <IconButton icon="close" label={words.removeNumber(position)} onClick={onRemove} />}
      </div>
      {note && (
        <p className={fieldStyles.help} id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

/** How what was typed will be kept, where that is not what one sees. */
function keptAs(address: string, text: string, isKept: boolean): string | undefined {
  if (isKept || address === '') return undefined;
  if (peerKind(address) === 'alphanumeric' && !/^\d+$/.test(address)) return words.senderWillBe;
  return text.trim() === address ? undefined : words.willBe(formatAddress(address));
}
