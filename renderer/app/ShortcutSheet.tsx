import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Modal } from '../ui/Modal.tsx';
import { ShortcutList } from './ShortcutList.tsx';

export function ShortcutSheet() {
  const { navigation } = useActions();
  const open = useWindow((state) => state.shortcutsShown);
  if (!open) return null;
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
      <ShortcutList />
    </Modal>
  );
}
