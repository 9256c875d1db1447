import type { TunnelStatus } from '../../src/contract/views.ts';
import { canPause } from '../reception/PauseButton.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Tip } from '../ui/Tip.tsx';
import { useBusy } from '../ui/useBusy.ts';
import { ReceptionSign } from './ReceptionSign.tsx';
import styles from './Sidebar.module.css';
import { useIsRail } from './useIsRail.ts';

/** Whether texts can arrive, in words and as a shape. Opens the page about it; beside it, receiving is paused and resumed. */
export function ReceptionStatus({ current }: { readonly current: boolean }) {
  const { navigation } = useActions();
  const tunnel = useWindow((state) => state.tunnel);
  const rail = useIsRail();
  const reception: TunnelStatus['reception'] = tunnel?.reception ?? 'not-checked';
  const label = texts.reception.words[reception];
  const button = (
    <button
      type="button"
      className={styles.item}
      aria-current={current ? 'page' : undefined}
      onClick={() => navigation.goTo({ name: 'reception' })}
    >
      <span className={styles.sign}>
        <ReceptionSign reception={reception} />
      </span>
      <span className={styles.label}>{label}</span>
    </button>
  );
  return (
    <li className={styles.reception}>
      <div className={styles.status} role="status" aria-label={texts.reception.status}>
        {rail ? (
          <Tip label={label} side="right">
            {button}
          </Tip>
        ) : (
          button
        )}
      </div>
      {tunnel && <PauseToggle tunnel={tunnel} tipSide={rail ? 'right' : 'top'} />}
    </li>
  );
}

function PauseToggle({ tunnel, tipSide }: { readonly tunnel: TunnelStatus; readonly tipSide: 'right' | 'top' }) {
  const { reception } = useActions();
  const [busy, during] = useBusy();
  const paused = tunnel.reception === 'paused';
  if (!paused && !canPause(tunnel)) return null;
  return (
    <IconButton
      icon={paused ? 'play' : 'pause'}
      label={paused ? texts.reception.steps.resume : texts.reception.steps.pause}
      size="small"
      tipSide={tipSide}
      aria-disabled={busy || undefined}
      onClick={() => !busy && during(paused ? reception.resume : reception.pause)}
    />
  );
}
