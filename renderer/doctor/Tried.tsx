import type { Diagnosis } from '../../src/contract/diagnosis.ts';
import styles from './DiagnosisPanel.module.css';
import { grouped, waysIn } from './remedies.ts';
import { words } from './words.ts';

/** What was tried, folded away: under headings, in words, with the number of ways. */
export function Tried({ diagnosis: { tried, tookMs } }: { readonly diagnosis: Diagnosis }) {
  if (tried.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{words.tried(waysIn(tried))}</summary>
      <div className={styles.tried}>
        {grouped(tried).map(({ group, tried: inGroup }) => (
          <section key={group}>
            <h3>{words.groups[group]}</h3>
            <ul>
              {inGroup.map(({ mistake, ways }) => (
                <li key={mistake}>
                  <span>{words.mistakes[mistake].title}</span>
                  <span className={styles.ways}>{words.ways(ways)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.took}>{words.took(tookMs)}</p>
    </details>
  );
}
