import type { LaneCounts } from '../../src/contract/state.ts';
import type { Lane } from '../../src/domain/lane.ts';
import { laneIcon, laneTitle, type PlainLane, plainLanes } from '../conversations/lane-words.ts';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { laneKey } from '../state/model.ts';
import { texts } from '../texts.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { Logo } from '../ui/Logo.tsx';
import { ReceptionStatus } from './ReceptionStatus.tsx';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem.tsx';
import { SidebarLines } from './SidebarLines.tsx';

/** Lines and lanes; a rail of signs in middling windows, a screen of its own in narrow ones. */
export function Sidebar() {
  const { navigation } = useActions();
  const page = useWindow((state) => state.page);
  const counts = useWindow((state) => state.laneCounts);
  const shown = page.name === 'inbox' ? laneKey(page.lane) : null;
  return (
    <nav className={styles.sidebar} {...pane('lanes')} aria-label={texts.lanes.heading}>
      <h1 className={styles.brand}>
        <Logo />
        <span className={styles.word}>{texts.product}</span>
      </h1>
      <div className={styles.lanes}>
        <ul className={styles.list}>
          {plainLanes.map((kind) => (
            <LaneItem key={kind} lane={{ kind }} counts={counts} shown={shown} />
          ))}
        </ul>
        <Tags counts={counts} shown={shown} />
        <SidebarLines unread={counts.unread.lines} shown={shown} />
      </div>
      <ul className={classes(styles.list, styles.foot)}>
        <ScheduledItem current={page.name === 'scheduled'} />
        <SidebarItem
          sign={<Icon name="person" />}
          label={texts.contacts.title}
          current={page.name === 'contacts'}
          onOpen={() => navigation.goTo({ name: 'contacts', shows: { kind: 'list' } })}
        />
        <SidebarItem
          sign={<Icon name="deliveries" />}
          label={texts.lanes.deliveries}
          current={page.name === 'deliveries' || page.name === 'lab' || page.name === 'compare'}
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

type LaneItemProps = { readonly lane: Lane & { readonly kind: PlainLane }; readonly counts: LaneCounts; readonly shown: string | null };

/** Unread texts are counted in the accent, conversations quietly. Lanes of exceptions are only there when there are some. */
function LaneItem({ lane, counts, shown }: LaneItemProps) {
  const { navigation } = useActions();
  const apart = useWindow((state) => state.settings?.lanes.unknownApart ?? false);
  const { unread } = counts;
  const current = shown === laneKey(lane);
  const tally = { inbox: 0, archived: 0, waiting: counts.waiting, codes: counts.codes, unknown: counts.unknown, blocked: counts.blocked }[
    lane.kind
  ];
  const isException = lane.kind === 'unknown' || lane.kind === 'blocked';
  if (isException && tally === 0 && !current) return null;
  // Strangers' texts are counted once: with the inbox, unless they are kept out of it.
  const strangers = apart ? unread.unknown : 0;
  const count = { inbox: unread.inbox, archived: unread.archived, unknown: strangers, waiting: 0, codes: 0, blocked: 0 }[lane.kind];
  return (
    <SidebarItem
      sign={<Icon name={laneIcon(lane)} />}
      label={laneTitle(lane, [])}
      count={count}
      tally={tally}
      current={current}
      onOpen={() => navigation.showLane(lane)}
    />
  );
}

function Tags({ counts: { tags }, shown }: Omit<LaneItemProps, 'lane'>) {
  const { navigation } = useActions();
  if (tags.length === 0) return null;
  return (
    <div className={styles.group}>
      <h2 className={styles.heading} id="lanes-tags">
        {texts.lanes.tags}
      </h2>
      <ul className={styles.list} aria-labelledby="lanes-tags">
        {tags.map(({ tag, count }) => (
          <SidebarItem
            key={tag}
            sign={<TagSign tag={tag} />}
            label={tag}
            tally={count}
            current={shown === laneKey({ kind: 'tag', tag })}
            onOpen={() => navigation.showLane({ kind: 'tag', tag })}
          />
        ))}
      </ul>
    </div>
  );
}

/** Only there while something is scheduled. */
function ScheduledItem({ current }: { readonly current: boolean }) {
  const { navigation } = useActions();
  const count = useWindow((state) => state.scheduled.length);
  const open = useWindow((state) => state.scheduled.filter((item) => item.state !== 'waiting').length);
  if (count === 0 && !current) return null;
  return (
    <SidebarItem
      sign={<Icon name="clock" />}
      label={texts.sending.scheduledHeading}
      count={open}
      tally={count}
      current={current}
      onOpen={() => navigation.goTo({ name: 'scheduled' })}
    />
  );
}

function TagSign({ tag }: { readonly tag: string }) {
  return (
    <span className={styles.tagSign}>
      <Icon name="tag" size={16} />
      <span aria-hidden="true">{Array.from(tag)[0]?.toLocaleUpperCase()}</span>
    </span>
  );
}
