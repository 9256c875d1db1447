import type { ExportFormat } from '../../src/contract/exchange.ts';
import { texts } from '../texts.ts';
import styles from './exchange.module.css';

const words = texts.exchange;
const formats: readonly ExportFormat[] = ['archive', 'sms-backup', 'csv'];

/** Which form a file has, each with what it is good for. */
export function FormatChoice({ value, onValue }: { readonly value: ExportFormat; readonly onValue: (format: ExportFormat) => void }) {
  return (
    <div className={styles.forms} role="radiogroup" aria-label={words.format}>
      {formats.map((format) => (
        <label key={format} className={styles.form}>
          <input type="radio" name="format" checked={format === value} onChange={() => onValue(format)} />
          <span>
            <span className={styles.formTitle}>{words.formats[format]}</span>
            <span className={styles.formHelp}>{words.formatHelp[format]}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
