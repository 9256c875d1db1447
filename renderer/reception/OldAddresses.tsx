import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './ReceptionPage.module.css';

const words = texts.reception.lines;

/** The lines whose providers still hold an earlier address: receiving means nothing for them. */
export function OldAddresses() {
  const { navigation } = useActions();
  const lines = useWindow((state) => activeLines(state.lines).filter(({ registration }) => registration?.state === 'old-address'));
  if (lines.length === 0) return null;
  return (
    <div className={styles.old} role="status">
      <Icon name="alert" size={16} />
      <p>{words.oldAddress(lines.length)}</p>
      {lines.map(({ id, label }) => (
        <Button key={id} size="small" onClick={() => navigation.goTo({ name: 'line', lineId: id })}>
          {words.open(label)}
        </Button>
      ))}
    </div>
  );
}
