import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { classes } from '../ui/classes.ts';
import { Tip } from '../ui/Tip.tsx';
import styles from './Sidebar.module.css';
import { useIsRail } from './useIsRail.ts';

type SidebarItemProps = {
  readonly sign: ReactNode;
  readonly label: string;
  /** Unread messages; none are shown for 0. */
  readonly count?: number;
  readonly current: boolean;
  readonly quiet?: boolean;
  readonly onOpen: () => void;
};

export function SidebarItem({ sign, label, count = 0, current, quiet = false, onOpen }: SidebarItemProps) {
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
      {count > 0 && (
        <span className={styles.count}>
          <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
          <span className="visually-hidden">{texts.lanes.unread(count)}</span>
        </span>
      )}
    </button>
  );
  return (
    <li>
      {rail ? (
        <Tip label={label} side="right">
          {button}
        </Tip>
      ) : (
        button
      )}
    </li>
  );
}
