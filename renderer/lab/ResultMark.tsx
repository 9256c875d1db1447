import { VerdictLabel } from '../deliveries/VerdictLabel.tsx';
import { isAsExpected } from './expectations.ts';
import type { LabRun } from './lab-model.ts';
import { nameOf } from './names.ts';
import styles from './Results.module.css';
import { words } from './words.ts';

/** What came of a run, in one line. */
export function ResultMark({ run }: { readonly run: LabRun }) {
  const { draft, results, failure, state } = run;
  const [first] = results;
  const good = isAsExpected({ expected: draft.expected, together: draft.together, results });
  return (
    <span className={styles.mark}>
      <span className={styles.name}>{nameOf(draft)}</span>
      {failure && <span className={styles.bad}>{failure.message}</span>}
      {state === 'left' && results.length === 0 && <span>{words.abandoned}</span>}
      {first?.verdict && <VerdictLabel verdict={first.verdict} />}
      {first && <span>{first.status === null ? words.noAnswer : words.status(first.status)}</span>}
      {first && results.length === 1 && <span>{words.milliseconds(inMilliseconds(first.tookMs))}</span>}
      {results.length > 1 && <span>{words.nth(results.length, draft.requests.length)}</span>}
      {good !== undefined && <span className={good ? styles.good : styles.bad}>{good ? words.asExpected : words.otherwise}</span>}
    </span>
  );
}

/** Short ones with a tenth. */
export function inMilliseconds(took: number): string {
  return took < 10 ? took.toFixed(1) : String(Math.round(took));
}
