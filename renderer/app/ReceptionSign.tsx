import type { TunnelStatus } from '../../src/contract/views.ts';
import styles from './ReceptionSign.module.css';

type Reception = TunnelStatus['reception'];

/** A shape for each state, so that colour is never the only difference: full, half, crossed, empty, two bars. */
const shapes: Record<Reception, string> = {
  receiving: 'M10 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z',
  degraded: 'M10 4a6 6 0 0 0 0 12V4Z',
  'not-reachable': 'm8 8 4 4m0-4-4 4',
  'not-checked': '',
  paused: 'M8 7v6m4-6v6',
};

export function ReceptionSign({ reception }: { readonly reception: Reception }) {
  const filled = reception === 'receiving' || reception === 'degraded';
  return (
    <svg className={styles.sign} data-reception={reception} width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {reception !== 'receiving' && <circle className={styles.ring} cx="10" cy="10" r="7" />}
      {reception === 'receiving' && <circle className={styles.halo} cx="10" cy="10" r="9" />}
      {shapes[reception] !== '' && <path className={filled ? styles.full : styles.stroke} d={shapes[reception]} />}
    </svg>
  );
}
