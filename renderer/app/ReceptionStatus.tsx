import type { TunnelStatus } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Tip } from '../ui/Tip.tsx';
import { ReceptionSign } from './ReceptionSign.tsx';
import styles from './Sidebar.module.css';
import { useIsRail } from './useIsRail.ts';

/** Whether texts can arrive, in words and as a shape. Opens the page about it. */
export function ReceptionStatus({ current }: { readonly current: boolean }) {
  const { navigation } = useActions();
  const reception: TunnelStatus['reception'] = useWindow((state) => state.tunnel?.reception ?? 'not-checked');
  const rail = useIsRail();
  const words = texts.reception.words[reception];
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
      <span className={styles.label}>{words}</span>
    </button>
  );
  return (
    <li>
      <div role="status" aria-label={texts.reception.status}>
        {rail ? (
          <Tip label={words} side="right">
            {button}
          </Tip>
        ) : (
          button
        )}
      </div>
    </li>
  );
}
