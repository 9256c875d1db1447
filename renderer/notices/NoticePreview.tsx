import type { NotificationContent } from '../../src/domain/settings.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Logo } from '../ui/Logo.tsx';
import styles from './NoticePreview.module.css';

const { notices: words, codes } = texts;
const { example } = words;
/** As in the example's text. */
const code = '482913';

/** A notification as it will look. */
export function NoticePreview({ content }: { readonly content: NotificationContent }) {
  const hasButtons = useWindow((state) => state.host?.kind === 'electron' && state.host.platform !== 'linux');
  const shown = partsOf(content);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{words.preview}</figcaption>
      <div className={styles.card} data-content={content}>
        <Logo />
        <div className={styles.words}>
          <p className={styles.title}>{shown.title}</p>
          <p className={styles.text}>{shown.text}</p>
          {hasButtons && content === 'name-and-text' && (
            <p className={styles.buttons} aria-hidden="true">
              <span>{words.answer}</span>
              <span>{codes.copy(code)}</span>
            </p>
          )}
        </div>
      </div>
    </figure>
  );
}

function partsOf(content: NotificationContent): { readonly title: string; readonly text: string } {
  switch (content) {
    case 'name-and-text':
      return { title: example.name, text: example.text };
    case 'name-only':
      return { title: example.name, text: words.newMessageOn(example.line) };
    case 'nothing':
      return { title: texts.product, text: words.newMessage };
  }
}
