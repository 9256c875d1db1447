import type { Mark } from '../../src/domain/search-query.ts';
import styles from './Marked.module.css';

/** A text with some of its parts marked. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  let end = 0;
  const parts = marks.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [
      before,
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return [...parts, text.slice(end)];
}
