import { pane } from '../keyboard/panes.ts';
import { registrationMark } from '../lines/registration-words.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { inbox, type Lane, laneKey } from '../state/model.ts';
import { activeLines, lineColor, unreadByLine } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineTile } from '../ui/Avatar.tsx';
import { classes } from '../ui/classes.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Logo } from '../ui/Logo.tsx';
import { ReceptionStatus } from './ReceptionStatus.tsx';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem.tsx';

/** Lines and lanes; a rail of signs in middling windows, a screen of its own in narrow ones. */
export function Sidebar() {
  const { navigation } = useActions();
  const page = useWindow((state) => state.page);
  const unread = useWindow((state) => state.totals.unread);
  const shown = page.name === 'inbox' ? laneKey(page.lane) : null;
  const lane = (target: Lane, icon: IconName, label: string, count = 0) => (
    <SidebarItem
      sign={<Icon name={icon} />}
      label={label}
      count={count}
      current={shown === laneKey(target)}
      onOpen={() => navigation.showLane(target)}
    />
  );
  return (
    <nav className={styles.sidebar} {...pane('lanes')} aria-label={texts.lanes.heading}>
      <h1 className={styles.brand}>
        <Logo />
        <span className={styles.word}>{texts.product}</span>
      </h1>
      <ul className={styles.list}>
        {lane(inbox, 'inbox', texts.lanes.inbox, unread)}
        {lane({ kind: 'archived' }, 'archive', texts.lanes.archived)}
      </ul>
      <Lines shown={shown} />
      <ul className={classes(styles.list, styles.foot)}>
        <SidebarItem
          sign={<Icon name="deliveries" />}
          label={texts.lanes.deliveries}
          current={page.name === 'deliveries'}
          onOpen={() => navigation.goTo({ name: 'deliveries', deliveryId: null })}
        />
        <SidebarItem
          sign={<Icon name="settings" />}
          label={texts.lanes.settings}
          current={page.name === 'settings'}
          onOpen={() => navigation.goTo({ name: 'settings' })}
        />
        <ReceptionStatus current={page.name === 'reception'} />
      </ul>
    </nav>
  );
}

function Lines({ shown }: { readonly shown: string | null }) {
  const { navigation } = useActions();
  const all = useWindow((state) => state.lines);
  const counts = useWindow((state) => unreadByLine(state.conversations));
  const adding = useWindow((state) => state.page.name === 'add-line');
  return (
    <div className={styles.lines}>
      <h2 className={styles.heading}>{texts.lanes.lines}</h2>
      <ul className={styles.list}>
        {activeLines(all).map((line) => (
          <SidebarItem
            key={line.id}
            sign={<LineTile label={line.label} color={lineColor(all, line.id)} />}
            label={line.label}
            count={counts.get(line.id) ?? 0}
            mark={registrationMark(line)}
            current={shown === `line:${line.id}`}
            onOpen={() => navigation.showLane({ kind: 'line', lineId: line.id })}
          />
        ))}
        <SidebarItem
          sign={<Icon name="plus" />}
          label={texts.lanes.addNumber}
          current={adding}
          quiet
          onOpen={() => navigation.goTo({ name: 'add-line' })}
        />
      </ul>
    </div>
  );
}
