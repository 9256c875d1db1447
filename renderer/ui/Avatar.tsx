import styles from './Avatar.module.css';
import { classes } from './classes.ts';

type AvatarProps = {
  /** One or two characters. */
  readonly glyph: string;
  /** One of the colours of tokens.css, 0…7. */
  readonly color: number;
  readonly size?: 'normal' | 'small' | 'large';
  readonly square?: boolean;
};

/** A sign that stands for somebody. Decoration: the name stands beside it. */
export function Avatar({ glyph, color, size = 'normal', square = false }: AvatarProps) {
  return (
    <span className={classes(styles.avatar, styles[size], square && styles.square)} data-line={color} aria-hidden="true">
      {glyph}
    </span>
  );
}

/** The colour of a line as a dot. */
export function LineDot({ color }: { readonly color: number }) {
  return <span className={styles.dot} data-line={color} aria-hidden="true" />;
}

/** The colour of a line as a dot, or as a tile with its first letter where its name has no room. */
export function LineTile({ label, color }: { readonly label: string; readonly color: number }) {
  return (
    <span className={styles.tile} data-line={color} aria-hidden="true">
      {Array.from(label)[0]?.toLocaleUpperCase()}
    </span>
  );
}
