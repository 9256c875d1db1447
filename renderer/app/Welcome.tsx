import { useState } from 'react';
import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import styles from './Welcome.module.css';

/** The first minute: a text that really arrives, then one's own number. `started`: a conversation is there already. */
export function Welcome({ started }: { readonly started: boolean }) {
  const { lines, navigation } = useActions();
  const practice = useWindow((state) => activeLines(state.lines).find((line) => line.provider === 'practice'));
  const [busy, setBusy] = useState(false);
  const text = () => {
    setBusy(true);
    void lines.practice(practice?.id).finally(() => setBusy(false));
  };
  const words = started ? texts.welcome.again : texts.welcome.first;
  return (
    <div className={styles.welcome}>
      <Logo size={56} />
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.text}>{words.text}</p>
      <div className={styles.buttons}>
        {practice && (
          <Button tone={started ? 'plain' : 'primary'} size="large" icon="phone" busy={busy} onClick={text}>
            {texts.empty.textYourself}
          </Button>
        )}
        <Button tone={started ? 'primary' : 'plain'} size="large" icon="plus" onClick={() => navigation.goTo({ name: 'add-line' })}>
          {texts.empty.addNumber}
        </Button>
      </div>
      <ul className={styles.promises}>
        {texts.welcome.promises.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
