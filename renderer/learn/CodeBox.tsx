import type { ReactNode } from 'react';
import styles from './LearnPage.module.css';

/** Something for computers, as it is. Long lines break; it scrolls where that is not wanted. */
export function CodeBox({
  label,
  scrolls = false,
  children,
}: {
  readonly label: string;
  readonly scrolls?: boolean;
  readonly children: ReactNode;
}) {
  if (!scrolls) return <pre className={styles.code}>{children}</pre>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scrolls} tabIndex={0} aria-label={label}>
      <pre>{children}</pre>
    </section>
  );
}
