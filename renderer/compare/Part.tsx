import { type ReactNode, useId } from 'react';
import styles from './ComparePage.module.css';
import { words } from './words.ts';

type PartProps = { readonly title: string; readonly note?: string; readonly count: number; readonly children: ReactNode };

/** A part of the comparison with how many differences it has. */
export function Part({ title, note, count, children }: PartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <header className={styles.partHead}>
        <h2 className={styles.heading} id={id}>
          {title}
        </h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        <span className={styles.count} data-none={count === 0 || undefined}>
          {words.count(count)}
        </span>
      </header>
      {children}
    </section>
  );
}
