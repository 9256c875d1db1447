import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { Tip } from '../ui/Tip.tsx';
import styles from './Sidebar.module.css';
import { useIsRail } from './useIsRail.ts';

type SidebarItemProps = {
  readonly sign: ReactNode;
  readonly label: string;
  /** Unread messages; none are shown for 0. */
  readonly count?: number;
  /** Conversations in it, told quietly where nothing is unread. */
  readonly tally?: number;
  readonly current: boolean;
  readonly quiet?: boolean;
  /** Something about it needs attention: said in words, shown as a sign. */
  readonly mark?: string | undefined;
  readonly onOpen: () => void;
};

export function SidebarItem({ sign, label, count = 0, tally = 0, current, quiet = false, mark, onOpen }: SidebarItemProps) {
  const rail = useIsRail();
  const button = (
    <button
      type="button"
      className={classes(styles.item, quiet && styles.quiet)}
      aria-current={current ? 'page' : undefined}
      onClick={onOpen}
    >
      <span className={styles.sign}>{sign}</span>
      <span className={styles.label}>{label}</span>
      {mark !== undefined && (
        <span className={styles.mark} title={rail ? undefined : mark}>
          <Icon name="alert" size={16} />
          <span className="visually-hidden">{mark}</span>
        </span>
      )}
      {count > 0 && (
        <span className={styles.count}>
          <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
          <span className="visually-hidden">{texts.lanes.unread(count)}</span>
        </span>
      )}
      {count === 0 && tally > 0 && (
        <span className={styles.tally}>
          <span aria-hidden="true">{tally > 999 ? '999+' : tally}</span>
          <span className="visually-hidden">{texts.lanes.conversations(tally)}</span>
        </span>
      )}
    </button>
  );
  return (
    <li>
      {rail ? (
        <Tip label={mark === undefined ? label : `${label}: ${mark}`} side="right">
          {button}
        </Tip>
      ) : (
        button
      )}
    </li>
  );
}
