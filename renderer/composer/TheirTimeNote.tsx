import { useNow } from '../format/useNow.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Composer.module.css';
import { useTheirTime } from './local-time.ts';

/** What time it is for the other side, where that is another one than here. */
export function TheirTimeNote({ peer }: { readonly peer: string }) {
  const theirs = useTheirTime(peer, useNow());
  if (theirs === undefined) return null;
  return (
    <p className={styles.theirs} data-night={theirs.isNight ? '' : undefined} title={theirs.isNight ? texts.sending.theirNight : undefined}>
      <Icon name="clock" size={14} />
      {theirs.words}
    </p>
  );
}
