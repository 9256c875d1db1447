import { type KeyboardEvent, useState } from 'react';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Row } from '../ui/Page.tsx';
import { useIsMac } from '../ui/usePlatform.ts';
import { acceleratorOf, keysOf } from './accelerator.ts';
import styles from './ShortcutField.module.css';

const words = texts.codes;

type Props = { readonly accelerator: string; readonly onAccelerator: (accelerator: string) => void };

/** The shortcut of the whole system: pressed to be chosen. Says so when another program has it. */
export function ShortcutField({ accelerator, onAccelerator }: Props) {
  const mac = useIsMac();
  const problem = useWindow((state) => state.problems.find(({ code }) => code === 'shortcut-taken'));
  const [listening, setListening] = useState(false);
  const hear = (event: KeyboardEvent) => {
    if (!listening || event.key === 'Tab') return;
    // The window's own keys do nothing meanwhile.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    const chosen = acceleratorOf(event.nativeEvent, mac);
    if (chosen === undefined) return;
    setListening(false);
    onAccelerator(chosen);
  };
  const label = listening ? words.press : accelerator === '' ? words.choose : words.change;
  return (
    <Row label={words.shortcut} help={words.shortcutHelp}>
      <div className={styles.field}>
        {accelerator !== '' && (
          <span className={styles.keys}>
            {keysOf(accelerator, mac, texts.shortcuts.keys).map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        )}
        <Button
          size="small"
          aria-pressed={listening}
          onClick={() => setListening(!listening)}
          onKeyDown={hear}
          onBlur={() => setListening(false)}
        >
          {label}
        </Button>
        {accelerator !== '' && (
          <Button size="small" tone="quiet" onClick={() => onAccelerator('')}>
            {words.remove}
          </Button>
        )}
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          <Icon name="alert" size={16} />
          {texts.said(problem.message)}
        </p>
      )}
    </Row>
  );
}
