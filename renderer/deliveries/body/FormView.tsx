import { useMemo } from 'react';
import type { FormPair, FormText } from '../../../src/domain/form-pairs.ts';
import { words } from '../words.ts';
import { formRows, nameColumns, nameField, valueField } from './form-rows.ts';
import { type Found, Marked } from './Marked.tsx';
import { Rows, useColumns } from './Rows.tsx';
import styles from './views.module.css';
import type { Part } from './wrap.ts';

const between = 2;

/** The pairs of a form, decoded. */
export function FormView({ pairs, found }: { readonly pairs: readonly FormPair[]; readonly found: Found }) {
  const [columns, room] = useColumns();
  const names = nameColumns(pairs, columns);
  const rows = useMemo(() => formRows(pairs, names, Math.max(12, columns - names - between)), [pairs, names, columns]);
  const wanted = useMemo(() => {
    const { at } = found;
    if (at === undefined) return null;
    const pair = at.field >> 1;
    const isName = at.field === nameField(pair);
    return { row: rows.findLastIndex((row) => row.pair === pair && ((isName ? row.name : row.value)?.from ?? Infinity) <= at.from) };
  }, [rows, found]);
  return (
    <Rows
      label={words.body.shown}
      count={rows.length}
      room={room}
      wanted={wanted}
      render={(index) => {
        const row = rows[index];
        const pair = row && pairs[row.pair];
        if (!row || !pair) return null;
        return (
          <>
            <span className={styles.name} style={{ width: `${names + between}ch` }}>
              <Cell content={pair.name} part={row.name} field={nameField(row.pair)} found={found} />
            </span>
            <span className={styles.text}>
              <Cell content={pair.value} part={row.value} field={valueField(row.pair)} found={found} />
            </span>
            {row.isFirst && <Notes pair={pair} />}
          </>
        );
      }}
    />
  );
}

type CellProps = { readonly content: FormText | undefined; readonly part: Part | undefined; readonly field: number; readonly found: Found };

function Cell({ content, part, field, found }: CellProps) {
  return content && part && <Marked text={content.text} field={field} from={part.from} to={part.to} found={found} />;
}

function Notes({ pair: { name, value, repeated } }: { readonly pair: FormPair }) {
  const notes = [
    ...(repeated ? [words.body.repeated] : []),
    ...(name.undecodable || value?.undecodable ? [words.body.undecodable] : []),
    ...(value === undefined ? [words.body.noValue] : []),
  ];
  return notes.length > 0 && <span className={styles.note}>{notes.join(', ')}</span>;
}
