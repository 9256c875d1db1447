import { useLayoutEffect, useRef, useState } from 'react';
import type { TunnelLogEntry } from '../../src/contract/tunnel.ts';
import { clockWithSeconds, exactTime } from '../format/time.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './TunnelLog.module.css';

const words = texts.reception.log;

/** What the tunnel did lately. It follows the newest entry until one scrolls back to read. */
export function TunnelLog({ entries }: { readonly entries: readonly TunnelLogEntry[] }) {
  const [open, setOpen] = useState(false);
  const newest = entries.at(-1);
  return (
    <details className={styles.log} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon name="chevron" size={16} />
        <span className={styles.title}>{words.title}</span>
        <span className={styles.newest}>{open ? words.show(entries.length) : newest && texts.said(newest.text)}</span>
      </summary>
      {open && <Entries entries={entries} />}
    </details>
  );
}

function Entries({ entries }: { readonly entries: readonly TunnelLogEntry[] }) {
  const list = useRef<HTMLOListElement>(null);
  const follows = useRef(true);
  const newest = entries.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is moved when an entry was added.
  useLayoutEffect(() => {
    if (follows.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  return (
    <ol
      ref={list}
      className={styles.entries}
      aria-label={words.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < 8;
      }}
    >
      {entries.map(({ at, text }, index) => (
        // Entries are never changed; the same sentence may come twice in one moment.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <li key={`${at} ${index}`} className={styles.entry}>
          <time className={styles.time} dateTime={at} title={exactTime(at)}>
            {clockWithSeconds(at)}
          </time>
          <span>{texts.said(text)}</span>
        </li>
      ))}
    </ol>
  );
}
