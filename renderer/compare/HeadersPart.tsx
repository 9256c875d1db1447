import { differs, type Row } from '../../src/domain/compare/row.ts';
import styles from './ComparePage.module.css';
import { Part } from './Part.tsx';
import { Rows } from './Rows.tsx';
import { words } from './words.ts';

/** Headers in their order; what is masked is not judged. */
export function HeadersPart({ rows, onlyDifferences }: { readonly rows: readonly Row[]; readonly onlyDifferences: boolean }) {
  const masked = rows.some(({ change }) => change === 'unknown');
  const count = rows.filter((row) => differs(row) && (row.change !== 'unknown' || row.moved)).length;
  return (
    <Part title={words.headers} count={count}>
      <Rows title={words.headers} rows={rows} kind="headers" onlyDifferences={onlyDifferences} />
      {masked && <p className={styles.note}>{words.masked}</p>}
    </Part>
  );
}
