import { peerKind } from '../../src/domain/peer.ts';
import styles from './Avatar.module.css';
import { classes } from './classes.ts';

/** What stands for a peer in a circle: the last digits of a number, `#` for a short code, initials of a name. */
export function glyphOf(peer: string): string {
  const kind = peerKind(peer);
  if (kind === 'e164') return peer.slice(-2);
  if (kind === 'short-code') return '#';
  const letters = Array.from(peer.replace(/[^\p{L}\p{N}]/gu, ''));
  return letters.slice(0, 2).join('').toLocaleUpperCase() || '?';
}

type AvatarProps = { readonly peer: string; readonly color: number; readonly size?: 'normal' | 'small' | 'large' };

/** The peer's sign in the colour of the line. Decoration: the name stands beside it. */
export function Avatar({ peer, color, size = 'normal' }: AvatarProps) {
  return (
    <span className={classes(styles.avatar, styles[size])} data-line={color} aria-hidden="true">
      {glyphOf(peer)}
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
