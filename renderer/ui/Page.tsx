import { type ReactNode, useRef } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from './Button.tsx';
import { ContentsContext, type ContentsEntry, useContents, useContentsEntry } from './contents.ts';
import styles from './Page.module.css';

type PageProps = {
  readonly title: string;
  readonly intro?: string;
  /** Names its sections at the top, each leading there: for long pages. */
  readonly contents?: boolean;
  readonly children: ReactNode;
};

/** A page of its own beside the lanes: one column of sections. */
export function Page({ title, intro, contents = false, children }: PageProps) {
  const { navigation } = useActions();
  const [entries, gathered] = useContents();
  return (
    <div className={styles.page} {...pane('page')}>
      <div className={styles.column}>
        <header className={styles.head}>
          <IconButton className={styles.back} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
          <h1 className={styles.title}>{title}</h1>
        </header>
        {intro && <p className={styles.intro}>{intro}</p>}
        {contents && <Contents title={title} entries={entries} />}
        <ContentsContext value={gathered}>{children}</ContentsContext>
      </div>
    </div>
  );
}

/** Leads to the sections of a page: one line that stays at the top. */
function Contents({ title, entries }: { readonly title: string; readonly entries: readonly ContentsEntry[] }) {
  const go = ({ element }: ContentsEntry): void => {
    element.scrollIntoView({ block: 'start' });
    element.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.contents} aria-label={title}>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.title}>
            <button type="button" className={styles.entry} onClick={() => go(entry)}>
              {entry.title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SectionProps = { readonly title: string; readonly help?: string; readonly children: ReactNode };

export function Section({ title, help, children }: SectionProps) {
  const section = useRef<HTMLElement>(null);
  useContentsEntry(title, section);
  return (
    <section ref={section} className={styles.section} tabIndex={-1}>
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
