import { useMemo, useState } from 'react';
import { differs, type Row } from '../../src/domain/compare/row.ts';
import { Button } from '../ui/Button.tsx';
import { ComparedRow, type RowKind } from './ComparedRow.tsx';
import styles from './Rows.module.css';
import { words } from './words.ts';

/** How many rows are drawn at first; the others when one asks for them. */
const firstRows = 200;

type RowsProps = { readonly title: string; readonly rows: readonly Row[]; readonly kind: RowKind; readonly onlyDifferences: boolean };

/** Rows side by side: all of them as they lie in each other, or only those that differ, each with its path. */
export function Rows({ title, rows, kind, onlyDifferences }: RowsProps) {
  const [most, setMost] = useState(firstRows);
  const listed = useMemo(() => (onlyDifferences ? rows.filter(differs) : rows), [rows, onlyDifferences]);
  if (listed.length === 0) return <p className={styles.nothing}>{words.nothingHere}</p>;
  const hidden = listed.length - most;
  return (
    <>
      <table className={styles.table} aria-label={words.table(title)}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.one}</th>
            <th scope="col">{words.other}</th>
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, most).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place, and never move.
            <ComparedRow key={index} rows={rows} row={row} kind={kind} withPath={onlyDifferences} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button size="small" onClick={() => setMost(most * 2)}>
          {words.more(Math.min(hidden, most))}
        </Button>
      )}
    </>
  );
}
