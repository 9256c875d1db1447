import { Icon } from '../ui/icons.tsx';
import styles from './Steps.module.css';

/** How far one is; it shows the way and cannot be clicked. */
export function Steps({ current, names }: { readonly current: number; readonly names: readonly string[] }) {
  return (
    <ol className={styles.steps}>
      {names.map((name, index) => (
        <li
          key={name}
          className={styles.step}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current ? '' : undefined}
        >
          <span className={styles.number} aria-hidden="true">
            {index < current ? <Icon name="check" size={14} /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
