import { texts } from '../texts.ts';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon } from './icons.tsx';

/**
 * The way back to where one came from. Without a tooltip: it has the focus when its page comes, and Escape would close the
 * tooltip instead of leaving the page.
 */
export function BackButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className={classes(styles.iconButton, styles.quiet)} aria-label={texts.back} onClick={onClick}>
      <Icon name="back" />
    </button>
  );
}
