import type { ReactNode } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from './Button.tsx';
import styles from './Page.module.css';

type PageProps = { readonly title: string; readonly intro?: string; readonly children: ReactNode };

/** A page of its own beside the lanes: one column of sections. */
export function Page({ title, intro, children }: PageProps) {
  const { navigation } = useActions();
  return (
    <div className={styles.page} {...pane('page')}>
      <div className={styles.column}>
        <header className={styles.head}>
          <IconButton className={styles.back} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
          <h1 className={styles.title}>{title}</h1>
        </header>
        {intro && <p className={styles.intro}>{intro}</p>}
        {children}
      </div>
    </div>
  );
}

type SectionProps = { readonly title: string; readonly help?: string; readonly children: ReactNode };

export function Section({ title, help, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      {help && <p className={styles.help}>{help}</p>}
      <div className={styles.card}>{children}</div>
    </section>
  );
}

/** A row of a section: what it is, and its value or control. */
export function Row({ label, help, children }: { readonly label: string; readonly help?: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        {help && <p className={styles.help}>{help}</p>}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
