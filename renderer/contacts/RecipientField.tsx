/**
 * To whom a text goes: a number typed as people write it, or somebody found among the contacts by name or number.
 * A combobox after the ARIA Authoring Practices: arrows choose, Enter takes, Escape closes.
 * @module
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { nameFor } from '../../src/domain/contact.ts';
import { addressFrom, canBeAnswered, formatAddress } from '../../src/domain/peer.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import fieldStyles from '../ui/Field.module.css';
import { Field } from '../ui/Field.tsx';
import { type Suggestion, suggestRecipients } from './find.ts';
import { nameOf, regionIn } from './name.ts';
import { PeerAvatar } from './PeerAvatar.tsx';
import styles from './RecipientField.module.css';
import { labelWords } from './words.ts';

const mostSuggestions = 8;

type RecipientFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly error?: string | undefined;
  /** Whom it is to in the beginning. */
  readonly initial?: string;
  /** The address a text would go to, as far as it is known yet. */
  readonly onAddress: (address: string) => void;
};

export function RecipientField({ label, placeholder, error, initial = '', onAddress }: RecipientFieldProps) {
  const list = useId();
  const contacts = useWindow((state) => state.contacts);
  const region = useWindow(regionIn);
  const [text, setText] = useState(() => formatAddress(initial, region));
  const [shown, setShown] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const address = addressFrom(text, region);
  const known = useWindow((state) => (state.contactsByAddress.has(address) ? nameOf(state, address) : undefined));
  const suggestions = useMemo(
    () => (shown ? suggestRecipients(contacts, text, { most: mostSuggestions, canText: canBeAnswered }) : []),
    [contacts, text, shown],
  );
  const open = suggestions.length > 0;

  const type = (typed: string): void => {
    setText(typed);
    setShown(true);
    setActive(-1);
    onAddress(addressFrom(typed, region));
  };
  const take = (suggestion: Suggestion): void => {
    setText(formatAddress(suggestion.address, region));
    setShown(false);
    onAddress(suggestion.address);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !open) return;
    const chosen = suggestions[active];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + suggestions.length + (active < 0 && step < 0 ? 1 : 0)) % suggestions.length);
    else if (event.key === 'Enter' && chosen) take(chosen);
    else if (event.key === 'Escape') setShown(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.recipient}>
      <Field label={label} error={error} help={known ?? whatIsMeant(text, address, region)}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            role="combobox"
            className={fieldStyles.input}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => setShown(false)}
            placeholder={placeholder}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            aria-activedescendant={open && active >= 0 ? `${list}-${active}` : undefined}
            autoComplete="off"
            maxLength={120}
            required
            spellCheck={false}
          />
        )}
      </Field>
      {open && (
        <div className={styles.suggestions} id={list} role="listbox" aria-label={texts.contacts.suggestions}>
          {suggestions.map((suggestion, index) => (
            <SuggestionRow
              key={`${suggestion.contact.id} ${suggestion.address}`}
              id={`${list}-${index}`}
              suggestion={suggestion}
              selected={index === active}
              region={region}
              onTake={() => take(suggestion)}
            />
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {open ? texts.contacts.suggestionCount(suggestions.length) : ''}
      </p>
    </div>
  );
}

type SuggestionRowProps = {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly selected: boolean;
  readonly region: string;
  readonly onTake: () => void;
};

function SuggestionRow({ id, suggestion: { contact, address, label }, selected, region, onTake }: SuggestionRowProps) {
  return (
    // The keyboard is on the field, as in every combobox.
    // biome-ignore lint/a11y/useFocusableInteractive: the active option is told by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.suggestion}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <PeerAvatar peer={contact.addresses[0]?.address ?? address} name={contact.name} size="small" />
      <span className={styles.words}>
        <bdi className={styles.name}>{nameFor(address, contact, region)}</bdi>
        <span className={styles.address}>
          <bdi>{formatAddress(address, region)}</bdi>
          {label && <span> · {labelWords(label)}</span>}
        </span>
      </span>
    </div>
  );
}

/** The whole number behind what was typed at home, so that one sees where it goes. */
function whatIsMeant(text: string, address: string, region: string): string | undefined {
  const whole = formatAddress(address);
  return region !== '' && address.startsWith('+') && !text.trim().startsWith('+') ? whole : undefined;
}
