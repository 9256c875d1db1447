import type { Segmentation } from '../../src/domain/segments.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Composer.module.css';
import { asGsm7 } from './gsm7.ts';
import { segmentAt } from './segment-position.ts';

type SegmentCountProps = {
  readonly text: string;
  /** Where one is typing, as a UTF-16 position. */
  readonly caret: number;
  readonly segmentation: Segmentation;
  readonly onText: (text: string) => void;
};

/** How many SMS the text becomes, and what would make it fewer. */
export function SegmentCount({ text, caret, segmentation, onText }: SegmentCountProps) {
  const { encoding, count, left, forcedBy } = segmentation;
  if (count === 0) return null;
  const plain = asGsm7(text);
  return (
    <>
      {forcedBy && (
        <p className={styles.forced}>
          <bdi className={styles.character}>{visible(forcedBy.character)}</bdi> {texts.composer.forced}
          {plain !== undefined && (
            <Button tone="quiet" size="small" className={styles.inline} onClick={() => onText(plain)}>
              {texts.composer.useGsm7}
            </Button>
          )}
        </p>
      )}
      <p className={styles.count} title={texts.composer.segments(count, encoding, left)}>
        {texts.composer.short(segmentAt(text, caret, segmentation), count, encoding)} · {texts.composer.left(left)}
      </p>
    </>
  );
}

/** Characters that cannot be seen are named by their number. */
function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /^[\p{Z}\p{C}\p{M}]$/u.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character;
}
