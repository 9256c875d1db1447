/**
 * Asks the signature doctor about a delivery, and has it mended.
 * @module
 */
import { useEffect, useState } from 'react';
import type { Diagnosis, Fix } from '../../src/contract/diagnosis.ts';
import type { Failure } from '../../src/contract/errors.ts';
import { useActions } from '../state/binding.tsx';

export type Looked =
  | { readonly phase: 'looking' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  /** `fixed`: what was mended just now; the diagnosis is the one after it. */
  | { readonly phase: 'ready'; readonly diagnosis: Diagnosis; readonly fixed: Fix | null };

export function useDiagnosis(id: string): { readonly looked: Looked; readonly fixing: boolean; readonly fix: (fix: Fix) => Promise<void> } {
  const { call, toasts } = useActions();
  const [looked, setLooked] = useState<Looked>({ phase: 'looking' });
  const [fixing, setFixing] = useState(false);
  useEffect(() => {
    let wanted = true;
    void call('deliveries.diagnose', { id }).then((answer) => {
      if (!wanted) return;
      setLooked(answer.ok ? { phase: 'ready', diagnosis: answer.value, fixed: null } : { phase: 'failed', failure: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [call, id]);
  async function fix(chosen: Fix): Promise<void> {
    setFixing(true);
    const answer = await call('deliveries.fix', { id, fix: chosen });
    setFixing(false);
    if (answer.ok) setLooked({ phase: 'ready', diagnosis: answer.value, fixed: chosen });
    else toasts.report(answer.error);
  }
  return { looked, fixing, fix };
}
