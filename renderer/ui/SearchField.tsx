import type { InputHTMLAttributes, KeyboardEvent, ReactNode, RefObject } from 'react';
import { Icon } from './icons.tsx';
import styles from './SearchField.module.css';

type SearchFieldProps = Pick<InputHTMLAttributes<HTMLInputElement>, 'placeholder'> & {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Keys that are not part of composing a character. */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** How many buttons its end has room for. */
  readonly room: 'one' | 'several';
  /** An attribute by which others find it. */
  readonly mark?: string;
  /** The buttons at its end. */
  readonly children: ReactNode;
};

/** Where one types what is looked for. */
export function SearchField({ field, label, placeholder, value, onText, onKey, room, mark, children }: SearchFieldProps) {
  return (
    <div className={styles.box} data-room={room}>
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => !event.nativeEvent.isComposing && onKey(event)}
        {...(mark !== undefined && { [mark]: '' })}
      />
      <span className={styles.buttons}>{children}</span>
    </div>
  );
}
