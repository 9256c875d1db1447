import type { Likeness } from '../../src/domain/likeness.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './LikenessMark.module.css';
import { likenessWords } from './words.ts';

/** Stands beside the name of a sender that could be taken for somebody else. */
export function LikenessMark({ likeness }: { readonly likeness: Likeness | undefined }) {
  if (likeness === undefined) return null;
  const words = likenessWords(likeness);
  return (
    <span className={styles.mark} title={words}>
      <Icon name="alert" size={14} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
