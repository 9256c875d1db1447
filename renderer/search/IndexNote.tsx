import type { SearchIndexState } from '../../src/contract/methods/search.ts';
import { locale, texts } from '../texts.ts';
import styles from './IndexNote.module.css';

/** Says when not all texts can be searched yet, and how far it is. */
export function IndexNote({ index }: { readonly index: SearchIndexState }) {
  if (index.state === 'ready') return null;
  if (index.state === 'unavailable') return <p className={styles.note}>{texts.search.unavailable}</p>;
  const share = index.total === 0 ? null : Math.min(1, index.done / index.total);
  return (
    <div className={styles.note}>
      <p>{share === null ? texts.search.building : texts.search.buildingShare(percent(share))}</p>
      {share !== null && <progress className={styles.progress} aria-label={texts.search.building} value={share} />}
    </div>
  );
}

function percent(share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
