import { spelledOut } from '../../src/domain/spelled-out.ts';
import styles from './Shown.module.css';

/** What came from outside, as text and nothing else: what cannot be seen is written out, and nothing turns its neighbours around. */
export function Shown({ text }: { readonly text: string }) {
  return (
    <bdi>
      <Pieces text={text} />
    </bdi>
  );
}

/** The same within a line that is kept apart already. */
export function Pieces({ text }: { readonly text: string }) {
  return spelledOut(text).map((piece, index) =>
    piece.kind === 'plain' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place.
      <span key={index} className={styles.sign}>
        {piece.shown}
      </span>
    ),
  );
}
