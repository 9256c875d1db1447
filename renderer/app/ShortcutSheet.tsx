import { Dialog } from 'radix-ui';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { pageTexts } from '../texts-pages.ts';
import { IconButton } from '../ui/Button.tsx';
import dialog from '../ui/Dialog.module.css';
import { ShortcutList } from './ShortcutList.tsx';
import styles from './Shortcuts.module.css';

export function ShortcutSheet() {
  const { navigation } = useActions();
  const open = useWindow((state) => state.shortcutsShown);
  return (
    <Dialog.Root open={open} onOpenChange={navigation.showShortcuts}>
      <Dialog.Portal>
        <Dialog.Overlay className={dialog.overlay} />
        <Dialog.Content className={dialog.dialog} aria-describedby={undefined}>
          <div className={styles.head}>
            <Dialog.Title className={dialog.title}>{pageTexts.shortcuts.title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon="close" label={texts.close} size="small" />
            </Dialog.Close>
          </div>
          <ShortcutList />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
