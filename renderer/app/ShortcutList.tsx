import { texts } from '../texts.ts';
import { useIsMac } from '../ui/usePlatform.ts';
import styles from './Shortcuts.module.css';

const words = texts.shortcuts;

/** `mod` is Ctrl, or Cmd on a Mac. */
const shortcuts: readonly (readonly [label: string, ...keys: string[]])[] = [
  [words.nextConversation, 'alt', '↓'],
  [words.previousConversation, 'alt', '↑'],
  [words.nextUnread, 'alt', 'shift', '↓'],
  [words.previousUnread, 'alt', 'shift', '↑'],
  [words.nth, 'mod', '1–9'],
  [words.compose, 'mod', 'N'],
  [words.search, 'mod', 'F'],
  [words.composer, 'mod', 'shift', 'T'],
  [words.archive, 'mod', 'E'],
  [words.settings, 'mod', ','],
  [words.send, 'Enter'],
  [words.newline, 'shift', 'Enter'],
  [words.escape, 'Esc'],
  [words.help, '?'],
];

const names = {
  mac: new Map([
    ['mod', '⌘'],
    ['alt', '⌥'],
    ['shift', '⇧'],
  ]),
  other: new Map([
    ['mod', 'Ctrl'],
    ['alt', 'Alt'],
    ['shift', 'Shift'],
  ]),
};

export function ShortcutList() {
  const known = names[useIsMac() ? 'mac' : 'other'];
  return (
    <dl className={styles.list}>
      {shortcuts.map(([label, ...keys]) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd className={styles.keys}>
            {keys.map((key) => (
              <kbd key={key} className={styles.key}>
                {known.get(key) ?? key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
