import { useCallback, useState } from 'react';

/** Whether something is under way, and how to begin it. */
export function useBusy(): readonly [busy: boolean, during: (task: () => Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false);
  const during = useCallback((task: () => Promise<unknown>): void => {
    setBusy(true);
    void task().finally(() => setBusy(false));
  }, []);
  return [busy, during];
}
