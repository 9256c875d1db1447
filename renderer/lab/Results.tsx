import type { LineView } from '../../src/contract/views.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Results.module.css';
import { RunRows } from './RunRows.tsx';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

const columns = ['request', 'result', 'expected', 'took', 'text'] as const;

/** Everything that was sent while the window was open, side by side, the newest first. */
export function Results({ lines }: { readonly lines: readonly LineView[] }) {
  const lab = useLab();
  const runs = useLabState((state) => state.runs);
  return (
    <section className={styles.results} aria-labelledby="lab-results">
      <div className={styles.head}>
        <h2 className={styles.heading} id="lab-results">
          {words.results}
        </h2>
        {runs.length > 0 && (
          <Button size="small" tone="quiet" onClick={lab.clear}>
            {words.clear}
          </Button>
        )}
      </div>
      {runs.length === 0 ? (
        <p className={styles.help}>{words.resultsNone}</p>
      ) : (
        <table className={styles.table} aria-labelledby="lab-results">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          {runs.map((run) => (
            <RunRows key={run.id} run={run} line={lines.length > 1 ? lines.find(({ id }) => id === run.lineId)?.label : undefined} />
          ))}
        </table>
      )}
    </section>
  );
}
