/**
 * Every key that does something, in one table: what is listened for, and what the sheet of `?` shows. A part of the window
 * that answers one of them says so with `useCommand`. Their names for people are in texts/<language>/shortcuts.ts.
 * @module
 */
import type { Chord } from './chords.ts';

export type CommandName =
  | 'next'
  | 'previous'
  | 'nextUnread'
  | 'previousUnread'
  | 'nth'
  | 'compose'
  | 'archive'
  | 'markUnread'
  | 'composer'
  | 'goTo'
  | 'search'
  | 'copyCode'
  | 'inspector'
  | 'nextPane'
  | 'previousPane'
  | 'settings'
  | 'help'
  | 'back'
  | 'larger'
  | 'smaller'
  | 'usualSize';

/** Keys that belong to what has the focus: a list, the composer. Shown, but not listened for here. */
export type LocalKeys =
  | 'send'
  | 'newline'
  | 'rows'
  | 'manyRows'
  | 'ends'
  | 'findRow'
  | 'openRow'
  | 'chooseRow'
  | 'chooseMore'
  | 'chooseAll'
  | 'rowMenu';

export type KeyGroup = 'everywhere' | 'conversations' | 'writing' | 'lists';
export const keyGroups: readonly KeyGroup[] = ['everywhere', 'conversations', 'writing', 'lists'];

type Entry = {
  readonly group: KeyGroup;
  /** The usual one first. Where a browser keeps the usual one for itself, the next is shown instead. */
  readonly chords: readonly [Chord, ...Chord[]];
  /** Only the desktop app can: in a browser these keys are the browser's own. */
  readonly desktopOnly?: true;
};

export const commands: Readonly<Record<CommandName, Entry>> = {
  goTo: { group: 'everywhere', chords: [{ mod: true, key: 'k' }] },
  search: { group: 'everywhere', chords: [{ mod: true, key: 'f' }] },
  copyCode: { group: 'everywhere', chords: [{ mod: true, shift: true, key: 'c' }] },
  nextPane: { group: 'everywhere', chords: [{ key: 'F6' }] },
  previousPane: { group: 'everywhere', chords: [{ shift: true, key: 'F6' }] },
  back: { group: 'everywhere', chords: [{ key: 'Escape' }] },
  settings: { group: 'everywhere', chords: [{ mod: true, key: ',' }] },
  larger: {
    group: 'everywhere',
    desktopOnly: true,
    chords: [
      { mod: true, key: '+' },
      { mod: true, key: '=' },
    ],
  },
  smaller: { group: 'everywhere', desktopOnly: true, chords: [{ mod: true, key: '-' }] },
  usualSize: { group: 'everywhere', desktopOnly: true, chords: [{ mod: true, key: '0' }] },
  help: { group: 'everywhere', chords: [{ key: '?' }] },

  next: { group: 'conversations', chords: [{ alt: true, key: 'ArrowDown' }] },
  previous: { group: 'conversations', chords: [{ alt: true, key: 'ArrowUp' }] },
  nextUnread: { group: 'conversations', chords: [{ alt: true, shift: true, key: 'ArrowDown' }] },
  previousUnread: { group: 'conversations', chords: [{ alt: true, shift: true, key: 'ArrowUp' }] },
  nth: { group: 'conversations', chords: [{ mod: true, key: '1–9' }] },
  compose: {
    group: 'conversations',
    chords: [
      { mod: true, key: 'n', takenByBrowsers: true },
      { alt: true, key: 'n' },
    ],
  },
  archive: { group: 'conversations', chords: [{ mod: true, key: 'e' }] },
  markUnread: { group: 'conversations', chords: [{ mod: true, shift: true, key: 'u' }] },
  inspector: { group: 'conversations', chords: [{ mod: true, key: 'i' }] },

  composer: {
    group: 'writing',
    chords: [
      { mod: true, shift: true, key: 't', takenByBrowsers: true },
      { alt: true, key: 'w' },
    ],
  },
};

export const localKeys: Readonly<Record<LocalKeys, Entry>> = {
  send: { group: 'writing', chords: [{ key: 'Enter' }] },
  newline: { group: 'writing', chords: [{ shift: true, key: 'Enter' }] },
  rows: { group: 'lists', chords: [{ key: '↑ ↓' }] },
  manyRows: { group: 'lists', chords: [{ key: 'PageUp PageDown' }] },
  ends: { group: 'lists', chords: [{ key: 'Home End' }] },
  findRow: { group: 'lists', chords: [{ key: '/' }] },
  openRow: { group: 'lists', chords: [{ key: 'Enter' }] },
  chooseRow: { group: 'lists', chords: [{ key: 'x' }] },
  chooseMore: { group: 'lists', chords: [{ shift: true, key: '↑ ↓' }] },
  chooseAll: { group: 'lists', chords: [{ mod: true, key: 'a' }] },
  rowMenu: { group: 'lists', chords: [{ shift: true, key: 'F10' }] },
};

export type KeyRow = { readonly name: CommandName | LocalKeys; readonly chord: Chord };

/** What the sheet shows of a group, in the order of the table. */
export function keysOf(group: KeyGroup, host: 'electron' | 'browser'): readonly KeyRow[] {
  const all = Object.entries({ ...commands, ...localKeys }) as [KeyRow['name'], Entry][];
  return all
    .filter(([, entry]) => entry.group === group && (host === 'electron' || entry.desktopOnly === undefined))
    .map(([name, { chords }]) => ({ name, chord: shownChord(chords, host) }));
}

/** The key of a command that is shown to people. */
export function keyOf(command: CommandName, host: 'electron' | 'browser'): Chord {
  return shownChord(commands[command].chords, host);
}

function shownChord(chords: Entry['chords'], host: 'electron' | 'browser'): Chord {
  return (host === 'browser' ? chords.find(({ takenByBrowsers }) => takenByBrowsers === undefined) : undefined) ?? chords[0];
}
