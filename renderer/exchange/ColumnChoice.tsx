import type { CsvColumn } from '../../src/contract/exchange.ts';
import { texts } from '../texts.ts';
import styles from './exchange.module.css';
import { columnsInOrder } from './export-choice.ts';

const words = texts.exchange;

type ColumnChoiceProps = { readonly chosen: ReadonlySet<CsvColumn>; readonly onChosen: (columns: ReadonlySet<CsvColumn>) => void };

/** Which columns a table has. */
export function ColumnChoice({ chosen, onChosen }: ColumnChoiceProps) {
  const toggle = (column: CsvColumn): void => {
    const next = new Set(chosen);
    if (!next.delete(column)) next.add(column);
    onChosen(next);
  };
  return (
    <fieldset className={styles.columns}>
      <legend>{words.columns}</legend>
      {columnsInOrder.map((column) => (
        <label key={column} className={styles.column}>
          <input type="checkbox" checked={chosen.has(column)} onChange={() => toggle(column)} />
          {words.columnNames[column]}
        </label>
      ))}
    </fieldset>
  );
}
