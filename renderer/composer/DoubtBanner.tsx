import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './Composer.module.css';
import type { Doubt } from './useComposition.ts';

const words = texts.sending;

/** Asks before a text goes that is most likely not meant to go like this. */
export function DoubtBanner({ doubt, onSend }: { readonly doubt: Doubt; readonly onSend: () => void }) {
  const isTwice = doubt.kind === 'just-sent';
  return (
    <div className={styles.doubt} role="alert">
      <Icon name="question" size={16} />
      <p>{isTwice ? words.justSent : words.unfilled(doubt.fields.map((field) => `{${field}}`).join(', '))}</p>
      <Button size="small" onClick={onSend}>
        {isTwice ? words.sendTwice : words.sendAsItIs}
      </Button>
    </div>
  );
}
