import type { HexLine } from '../../src/domain/compare/bytes.ts';
import styles from './ComparePage.module.css';
import { words } from './words.ts';

/** Bytes around a place, those that differ marked. */
export function HexLines({ title, lines }: { readonly title: string; readonly lines: readonly HexLine[] }) {
  return (
    <figure className={styles.hex}>
      <figcaption>{title}</figcaption>
      {lines.length === 0 ? (
        <p className={styles.note}>{words.ends}</p>
      ) : (
        <pre>
          {lines.map(({ from, bytes }) => (
            <span key={from} className={styles.hexLine}>
              <span className={styles.place}>{from.toString(16).padStart(6, '0')}</span>
              <span>
                {bytes.map(({ hex, differs }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: bytes have no other name than their place.
                  <span key={index} className={differs ? styles.byteDiffers : undefined}>
                    {`${hex} `}
                  </span>
                ))}
              </span>
              <span>{bytes.map(({ sign }) => sign).join('')}</span>
            </span>
          ))}
        </pre>
      )}
    </figure>
  );
}
