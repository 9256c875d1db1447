import { useEffect, useRef } from 'react';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { writeChord } from '../keyboard/chords.ts';
import { type CommandName, keyOf } from '../keyboard/table.ts';
import { Marked } from '../search/Marked.tsx';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { useIsMac } from '../ui/usePlatform.ts';
import type { Entry } from './entries.ts';
import styles from './Palette.module.css';

type OptionProps = { readonly id: string; readonly entry: Entry; readonly active: boolean; readonly onRun: () => void };

export function Option({ id, entry, active, onRun }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys.
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes(styles.option, active && styles.active)}
      onClick={onRun}
    >
      <Sign entry={entry} />
      <bdi className={styles.label}>
        <Marked text={entry.label} marks={entry.marks} />
      </bdi>
      {entry.detail !== '' && <span className={styles.detail}>{entry.detail}</span>}
      {entry.action?.command ? (
        <Keys command={entry.action.command} />
      ) : (
        <span className={styles.kind}>{texts.palette.kinds[entry.kind]}</span>
      )}
    </div>
  );
}

function Sign({ entry }: { readonly entry: Entry }) {
  if (entry.peer !== undefined) return <PeerAvatar peer={entry.peer} size="small" />;
  if (entry.line !== undefined) return <LineSign lineId={entry.line} />;
  return (
    <span className={styles.sign}>
      <Icon name={entry.action?.icon ?? 'settings'} />
    </span>
  );
}

/** The line's colour, as in the list of lines. */
function LineSign({ lineId }: { readonly lineId: string }) {
  const color = useWindow(({ lines }) => lineColor(lines, lineId));
  return (
    <span className={styles.sign}>
      <LineDot color={color} />
    </span>
  );
}

function Keys({ command }: { readonly command: CommandName }) {
  const host = useWindow((state) => state.host?.kind ?? 'browser');
  const mac = useIsMac();
  return (
    <span className={styles.keys}>
      {writeChord(keyOf(command, host), mac, texts.shortcuts.keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
