import type { Verdict } from '../../src/domain/delivery.ts';
import { texts } from '../texts.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import styles from './VerdictLabel.module.css';

const icons: Record<Verdict, IconName> = { accepted: 'check', duplicate: 'copy', rejected: 'stop', 'not-understood': 'question' };

/** A verdict as word, shape and colour. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Icon name={icons[verdict]} size={16} />
      {texts.verdicts[verdict]}
    </span>
  );
}
