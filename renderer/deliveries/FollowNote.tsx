import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './FollowNote.module.css';
import type { Following } from './useFollow.ts';
import { words } from './words.ts';

/** Says that the newest delivery opens by itself, or why it does not any more, with the way to go on. */
export function FollowNote({
  following: { follow, begin, end },
  className,
}: {
  readonly following: Following;
  readonly className?: string | undefined;
}) {
  return (
    <div role="status" className={classes(styles.note, className)} data-mode={follow.mode} data-follow-free="">
      {follow.mode === 'following' && (
        <>
          <span className={styles.beat} aria-hidden="true" />
          <span className={styles.text}>{words.follow.following}</span>
        </>
      )}
      {follow.mode === 'stopped' && (
        <>
          <Icon name="pause" size={16} />
          <span className={styles.text}>
            {words.follow.stopped[follow.why]}
            {follow.missed > 0 && ` ${words.follow.arrived(follow.missed)}`}
          </span>
          <Button size="small" icon="play" onClick={begin}>
            {words.follow.goOn}
          </Button>
          <Button size="small" tone="quiet" onClick={end}>
            {words.follow.end}
          </Button>
        </>
      )}
    </div>
  );
}
