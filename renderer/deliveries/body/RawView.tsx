import { useMemo } from 'react';
import { words } from '../words.ts';
import type { Found } from './Marked.tsx';
import { Marked } from './Marked.tsx';
import { Rows, useColumns } from './Rows.tsx';
import { rawRows } from './raw-rows.ts';
import styles from './views.module.css';

/** The number that its only field has when one searches. */
export const rawField = 0;

/** A text exactly as it came: its lines with their numbers, what cannot be seen written out. */
export function RawView({ text, found }: { readonly text: string; readonly found: Found }) {
  const [columns, room] = useColumns();
  const lines = useMemo(() => text.split('\n').length, [text]);
  const digits = String(lines).length;
  const rows = useMemo(() => rawRows(text, columns - digits - 2), [text, columns, digits]);
  const wanted = useMemo(() => {
    const { at } = found;
    return at === undefined ? null : { row: rows.findLastIndex(({ from }) => from <= at.from) };
  }, [rows, found]);
  return (
    <Rows
      label={words.body.shown}
      count={rows.length}
      room={room}
      wanted={wanted}
      render={(index) => {
        const row = rows[index];
        return (
          row && (
            <>
              <span className={styles.line} style={{ width: `${digits + 2}ch` }} data-line={row.line ?? ''} />
              <span className={styles.text}>
                <Marked text={text} field={rawField} from={row.from} to={row.to} found={found} />
              </span>
            </>
          )
        );
      }}
    />
  );
}
