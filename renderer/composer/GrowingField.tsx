import type { KeyboardEvent, Ref } from 'react';
import type { Segmentation } from '../../src/domain/segments.ts';
import { useSpelling } from '../ui/useSpelling.ts';
import styles from './GrowingField.module.css';

type GrowingFieldProps = {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** The character to underline. */
  readonly underlined: Segmentation['forcedBy'];
  readonly onText: (text: string) => void;
  readonly onCaret: (position: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly marks: Readonly<Record<string, string>>;
};

/**
 * A text field as tall as its text. The same text lies invisibly behind it: that gives the height, and a place for the
 * underline, which a textarea cannot draw itself.
 */
export function GrowingField({ ref, label, placeholder, text, underlined, onText, onCaret, onKeyDown, marks }: GrowingFieldProps) {
  const spelling = useSpelling();
  const end = underlined ? underlined.index + underlined.character.length : 0;
  return (
    <div className={styles.scroller}>
      <div className={styles.grow}>
        <div className={styles.mirror} aria-hidden="true" dir="auto">
          {underlined ? (
            <>
              {text.slice(0, underlined.index)}
              <span className={styles.underlined}>{text.slice(underlined.index, end)}</span>
              {text.slice(end)}
            </>
          ) : (
            text
          )}{' '}
        </div>
        <textarea
          ref={ref}
          className={styles.field}
          aria-label={label}
          placeholder={placeholder}
          rows={1}
          dir="auto"
          {...spelling}
          maxLength={20_000}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onSelect={(event) => onCaret(event.currentTarget.selectionEnd)}
          onKeyDown={onKeyDown}
          {...marks}
        />
      </div>
    </div>
  );
}
