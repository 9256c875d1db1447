import { registrationMark } from '../lines/registration-words.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { laneKey } from '../state/model.ts';
import { activeLines, lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineTile } from '../ui/Avatar.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem.tsx';

/** The lines in use, each a lane of its own, and the way to one more. */
export function SidebarLines({ unread, shown }: { readonly unread: Readonly<Record<string, number>>; readonly shown: string | null }) {
  const { navigation } = useActions();
  const all = useWindow((state) => state.lines);
  const adding = useWindow((state) => state.page.name === 'add-line');
  return (
    <div className={styles.group}>
      <h2 className={styles.heading} id="lanes-lines">
        {texts.lanes.lines}
      </h2>
      <ul className={styles.list} aria-labelledby="lanes-lines">
        {activeLines(all).map((line) => (
          <SidebarItem
            key={line.id}
            sign={<LineTile label={line.label} color={lineColor(all, line.id)} />}
            label={line.label}
            count={unread[line.id] ?? 0}
            mark={registrationMark(line)}
            current={shown === laneKey({ kind: 'line', lineId: line.id })}
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
