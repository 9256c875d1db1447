import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useKeyboard } from '../keyboard/useCommand.ts';
import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { useModalDialog } from '../ui/dialogs.ts';
import { Icon } from '../ui/icons.tsx';
import { type Entry, entriesFor } from './entries.ts';
import { Option } from './Option.tsx';
import styles from './Palette.module.css';
import { useFoundConversations } from './useFoundConversations.ts';

const words = texts.palette;

/** Goes to anything that is typed: a conversation, a line, a page, a setting, an action. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const dialog = useModalDialog();
  const id = useId();
  const [query, setQuery] = useState('');
  const [position, setPosition] = useState(0);
  const entries = useEntries(query);
  const run = useRun(dialog);
  const active = Math.min(position, entries.length - 1);
  const activeEntry = entries[active];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && activeEntry !== undefined) run(activeEntry);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) dialog.current?.close();
    else {
      const to = positionAfter(event.key, active, entries.length);
      if (to === undefined) return;
      setPosition(to);
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it from the keyboard.
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={words.title}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeEntry === undefined ? undefined : `${id}-${activeEntry.id}`}
          placeholder={words.placeholder}
          value={query}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
            setPosition(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {query.trim() === '' ? '' : texts.search.results(entries.length)}
      </p>
      {entries.length === 0 && <p className={styles.nothing}>{words.nothing(query.trim())}</p>}
      <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={words.list}>
        {entries.map((entry, index) => (
          <Option key={entry.id} id={`${id}-${entry.id}`} entry={entry} active={index === active} onRun={() => run(entry)} />
        ))}
      </div>
    </dialog>
  );
}

function useEntries(query: string): readonly Entry[] {
  const state = useWindow((all) => ({
    conversations: all.conversations,
    contacts: all.contactsByAddress,
    lines: all.lines,
    settings: all.settings,
    page: all.page,
    unread: all.totals.unread,
    providers: all.providers,
  }));
  const { lines } = useActions();
  useEffect(() => void lines.loadProviders(), [lines]);
  const found = useFoundConversations(query);
  const now = useStateNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are made of the whole state, anew when one of these parts changes.
  return useMemo(() => entriesFor(now(), found, query), [state, found, query, now]);
}

/** Closes the palette first, so that what is run finds the focus where it was. */
function useRun(dialog: React.RefObject<HTMLDialogElement | null>): (entry: Entry) => void {
  const actions = useActions();
  const keyboard = useKeyboard();
  const now = useStateNow();
  return (entry) => {
    dialog.current?.close();
    requestAnimationFrame(() => entry.run({ actions, keyboard, state: now() }));
  };
}

function positionAfter(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from - 1 + count) % count;
    case 'PageDown':
      return Math.min(from + 8, count - 1);
    case 'PageUp':
      return Math.max(from - 8, 0);
    default:
      return undefined;
  }
}
