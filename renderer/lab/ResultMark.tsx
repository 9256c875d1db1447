import { VerdictLabel } from '../deliveries/VerdictLabel.tsx';
import { isAsExpected } from './expectations.ts';
import type { LabRun } from './lab-model.ts';
import { nameOf } from './names.ts';
import styles from './Results.module.css';
import { words } from './words.ts';

/** What came of a run, in one line. */
export function ResultMark({ run }: { readonly run: LabRun }) {
  const { draft, results, failure, state } = run;
  const only = results.length === 1 ? results[0] : undefined;
  const good = isAsExpected({ expected: draft.expected, together: draft.together, results });
  return (
    <span className={styles.mark}>
      <span className={styles.name}>{nameOf(draft)}</span>
      {failure && <span className={styles.bad}>{failure.message}</span>}
      {state === 'left' && results.length === 0 && <span>{words.abandoned}</span>}
      {only?.verdict && <VerdictLabel verdict={only.verdict} />}
      {only && <span>{only.status === null ? words.noAnswer : words.status(only.status)}</span>}
      {only && <span>{words.milliseconds(inMilliseconds(only.tookMs))}</span>}
      {results.length > 1 && <span>{words.answers(results.length)}</span>}
      {good !== undefined && <span className={good ? styles.good : styles.bad}>{good ? words.asExpected : words.otherwise}</span>}
    </span>
  );
}

/** Short ones with a tenth. */
export function inMilliseconds(took: number): string {
  return took < 10 ? took.toFixed(1) : String(Math.round(took));
}
