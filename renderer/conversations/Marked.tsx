import { highlightParts } from './highlight.ts';
import styles from './SearchResults.module.css';

/** A text with what was searched for marked in it. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  let offset = 0;
  return highlightParts(text, query).map((part) => {
    const key = offset;
    offset += part.text.length;
    return part.matches ? (
      <mark key={key} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
