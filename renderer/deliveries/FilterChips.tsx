import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './FilterChips.module.css';
import { chipsOf, type FilterChip } from './filter-chips.ts';
import { words } from './words.ts';

/** What the list is narrowed by; each is taken away with a click. */
export function FilterChips() {
  const choice = useWindow((state) => state.deliveries.choice);
  const lines = useWindow((state) => state.lines);
  const chips = chipsOf(choice, lines, useNow());
  return (
    <div className={styles.row} data-narrowed={chips.length > 0}>
      {chips.length > 0 && <Chips chips={chips} />}
      <Count narrowed={chips.length > 0} />
    </div>
  );
}

/** How many are listed, said as it changes. */
function Count({ narrowed }: { readonly narrowed: boolean }) {
  const { count, more, ready } = useWindow(({ deliveries: { items, nextBefore, phase } }) => ({
    count: items.length,
    more: nextBefore !== null,
    ready: phase === 'ready',
  }));
  return (
    <p className={styles.count} role="status">
      {narrowed && ready && words.listed(count, more)}
    </p>
  );
}

function Chips({ chips }: { readonly chips: readonly FilterChip[] }) {
  const { deliveries } = useActions();
  return (
    <ul className={styles.chips} aria-label={words.filters.chosen}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button type="button" className={styles.chip} aria-label={words.filters.remove(label)} onClick={() => deliveries.choose(without)}>
            <span className={styles.label}>{label}</span>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={deliveries.chooseAll}>
            {words.filters.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
