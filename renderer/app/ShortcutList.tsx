import { writeChord } from '../keyboard/chords.ts';
import { type KeyRow, keyGroups, keysOf } from '../keyboard/table.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { useIsMac } from '../ui/usePlatform.ts';
import styles from './Shortcuts.module.css';

const words = texts.shortcuts;

/** The keys of the table by group; `filter`: only those whose names or keys hold it. */
export function ShortcutList({ filter = '' }: { readonly filter?: string }) {
  const host = useWindow((state) => state.host?.kind ?? 'browser');
  const mac = useIsMac();
  const written = ({ chord }: KeyRow) => writeChord(chord, mac, words.keys);
  const wanted = filter.trim().toLocaleLowerCase();
  const fits = (row: KeyRow) => `${words.names[row.name]} ${written(row).join(' ')}`.toLocaleLowerCase().includes(wanted);
  const groups = keyGroups.map((group) => ({ group, rows: keysOf(group, host).filter(fits) })).filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return <p className={styles.nothing}>{words.nothing}</p>;
  return groups.map(({ group, rows }) => (
    <section key={group} aria-label={words.groups[group]}>
      <h3 className={styles.group}>{words.groups[group]}</h3>
      <dl className={styles.list}>
        {rows.map((row) => (
          <div key={row.name} className={styles.row}>
            <dt>{words.names[row.name]}</dt>
            <dd className={styles.keys}>
              {written(row).map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
