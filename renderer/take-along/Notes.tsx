import type { TakeAlongNote } from '../../src/contract/methods/take-along.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './TakeAlong.module.css';
import { words } from './words.ts';

/** What to know of what was made. */
export function Notes({ notes }: { readonly notes: readonly TakeAlongNote[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Icon name="alert" size={16} />
          <span>{words.notes[note]}</span>
        </li>
      ))}
    </ul>
  );
}
