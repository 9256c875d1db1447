import { useCommand } from '../keyboard/useCommand.ts';
import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import styles from './SelectionBar.module.css';
import { itemsFor } from './useConversationItems.ts';

const { manage } = texts;

/** Stands in the place of the lane's title and search while conversations are chosen: what to do with all of them. */
export function SelectionBar({ onAll }: { readonly onAll: () => void }) {
  const { conversations, selection } = useActions();
  const now = useStateNow();
  const chosen = useWindow((state) => [...state.selection.ids].flatMap((id) => state.conversations.get(id) ?? []));
  const ids = (): string[] => [...now().selection.ids];
  useCommand('back', () => selection.clear());
  useCommand('archive', () => void conversations.archive(ids(), !chosen.every(({ archived }) => archived)));
  useCommand('markUnread', () => void conversations.setRead(ids(), false));
  return (
    <header className={styles.bar}>
      <div className={styles.head}>
        <IconButton icon="close" label={manage.leave} onClick={selection.clear} />
        <p className={styles.count} role="status">
          {manage.selected(chosen.length)}
        </p>
        <Button tone="quiet" size="small" onClick={onAll}>
          {manage.selectAll}
        </Button>
      </div>
      <div className={styles.tools} role="toolbar" aria-label={manage.selection}>
        {itemsFor(chosen, conversations).map(({ label, icon, run }) => (
          <IconButton key={label} icon={icon} label={label} onClick={run} />
        ))}
      </div>
    </header>
  );
}
