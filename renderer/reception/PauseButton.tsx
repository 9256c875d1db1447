import type { TunnelStatus } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { useBusy } from '../ui/useBusy.ts';

const words = texts.reception.steps;

/** Whether there is something to pause: not while it is paused, nor where nothing leads here anyway. */
export function canPause({ kind, reception }: Pick<TunnelStatus, 'kind' | 'reception'>): boolean {
  return kind !== 'none' && reception !== 'paused';
}

export function PauseButton({ tunnel }: { readonly tunnel: TunnelStatus }) {
  const { reception } = useActions();
  const [busy, during] = useBusy();
  if (!canPause(tunnel)) return null;
  return (
    <Button icon="pause" busy={busy} title={words.pauseHelp} onClick={() => during(reception.pause)}>
      {words.pause}
    </Button>
  );
}
