import { useEffect, useRef, useState } from 'react';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Modal } from '../ui/Modal.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import styles from './Shortcuts.module.css';

/** What `?` shows. */
export function ShortcutSheet() {
  const open = useWindow((state) => state.shortcutsShown);
  return open ? <Sheet /> : null;
}

function Sheet() {
  const { navigation } = useActions();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // After the dialog has chosen by itself.
  useEffect(() => field.current?.focus(), []);
  const close = () => navigation.showShortcuts(false);
  return (
    <Modal
      title={texts.shortcuts.title}
      onClose={close}
      aside={
        <Button size="small" onClick={close}>
          {texts.close}
        </Button>
      }
    >
      <input
        ref={field}
        type="search"
        className={styles.find}
        aria-label={texts.shortcuts.find}
        placeholder={texts.shortcuts.find}
        value={filter}
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setFilter(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className={styles.sheet} tabIndex={0} aria-label={texts.shortcuts.title}>
        <ShortcutList filter={filter} />
      </section>
    </Modal>
  );
}
