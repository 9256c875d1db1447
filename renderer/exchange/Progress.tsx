import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Progress.module.css';

type ProgressProps = {
  readonly title: string;
  readonly help?: string;
  readonly done: number;
  /** `null`: nobody knows yet. */
  readonly total: number | null;
  readonly onStop?: () => void;
};

/** How far something long is, and the way to stop it. */
export function Progress({ title, help, done, total, onStop }: ProgressProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className={styles.progress}>
      <div className={styles.head}>
        <p className={styles.title} role="status">
          {title}
        </p>
        <span className={styles.share}>{share !== null && texts.exchange.percent(share)}</span>
      </div>
      <progress className={styles.bar} aria-label={title} max={1} {...(share !== null && { value: share })} />
      <div className={styles.foot}>
        <p className={styles.help}>{help}</p>
        {onStop && <Button onClick={onStop}>{texts.exchange.stop}</Button>}
      </div>
    </div>
  );
}
