import type { Verdict } from '../../src/domain/delivery.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './VerdictLabel.module.css';
import { verdictIcons } from './verdicts.ts';

/** A verdict as word, shape and colour. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Icon name={verdictIcons[verdict]} size={16} />
      {texts.verdicts[verdict]}
    </span>
  );
}
