import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { SelfTest as SelfTestResult } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import styles from './SelfTest.module.css';

const words = texts.lines;

type StepState = SelfTestResult['steps'][number]['state'];
const icons: Record<StepState, IconName> = { passed: 'check', failed: 'close', skipped: 'slash' };

type SelfTestProps = {
  readonly lineId: string;
  /** Runs by itself for this address, and again for each new one. */
  readonly runsFor?: string | undefined;
};

/** Sends a request through the line's public address and shows what became of each step. */
export function SelfTest({ lineId, runsFor }: SelfTestProps) {
  const { lines } = useActions();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<SelfTestResult | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async () => {
    setBusy(true);
    setResult(null);
    const answer = await lines.test(lineId);
    setBusy(false);
    setResult(answer.ok ? answer.value : null);
    setFailure(answer.ok ? null : answer.error);
  }, [lines, lineId]);
  useEffect(() => {
    if (runsFor !== undefined) void run();
  }, [runsFor, run]);
  return (
    <div>
      <div className={styles.head}>
        <p className={styles.verdict} role="status" data-state={result ? (result.reachable ? 'passed' : 'failed') : undefined}>
          {busy ? words.testing : verdictOf(result, failure)}
        </p>
        <Button size="small" icon="wave" busy={busy} onClick={() => void run()}>
          {words.runTest}
        </Button>
      </div>
      {result && (
        <ol className={styles.steps}>
          {result.steps.map((step) => (
            <li key={step.name} className={styles.step} data-state={step.state}>
              <span className={styles.sign}>
                <Icon name={icons[step.state]} size={14} />
              </span>
              <p>
                <strong>{nameOf(step.name)}</strong> <span className={styles.state}>{words.stepStates[step.state]}.</span>{' '}
                <span className={styles.message}>{texts.said(step.message)}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function verdictOf(result: SelfTestResult | null, failure: Failure | null): string {
  if (failure) return failure.message;
  if (!result) return words.notTested;
  return result.reachable ? words.reachable(result.roundTripMs) : words.notReachable;
}

/** What a step is called; one the window does not know yet is shown as the core calls it. */
function nameOf(step: string): string {
  return Object.hasOwn(words.stepNames, step) ? words.stepNames[step as keyof typeof words.stepNames] : step;
}
