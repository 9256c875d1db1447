import type { MouseEvent } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { BubbleCode } from '../codes/BubbleCode.tsx';
import { Attachments } from '../media/Attachments.tsx';
import { texts } from '../texts.ts';
import buttons from '../ui/Button.module.css';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Bubble.module.css';
import { splitLinks } from './links.ts';

const held = new Set<Message['status']>(['queued', 'sending', 'failed', 'unconfirmed', 'cancelled', 'undelivered']);

/** The text itself, as it was written: never HTML, and isolated so that no script's direction leaks out of it. */
export function Bubble({ message }: { readonly message: Message }) {
  return (
    <div className={styles.line}>
      <div className={styles.stack}>
        <Attachments message={message} />
        {message.body !== '' && (
          <div className={styles.bubble} data-held={held.has(message.status) ? '' : undefined}>
            <p className={styles.text} dir="auto">
              <LinkedText text={message.body} />
            </p>
          </div>
        )}
        <BubbleCode message={message} />
      </div>
      <button
        type="button"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={texts.thread.messageActions}
        className={classes(buttons.iconButton, buttons.quiet, buttons.small, styles.menu)}
        onClick={openMenu}
      >
        <Icon name="more" size={16} />
      </button>
    </div>
  );
}

/** The list has one menu for all its messages; this opens it as a right click here would. */
function openMenu({ currentTarget }: MouseEvent<HTMLElement>): void {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  currentTarget.dispatchEvent(
    new globalThis.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom + 4 }),
  );
}

function LinkedText({ text }: { readonly text: string }) {
  let offset = 0;
  return splitLinks(text).map((part) => {
    const key = offset;
    offset += part.text.length;
    return part.kind === 'text' ? (
      <span key={key}>{part.text}</span>
    ) : (
      // Whatever direction the text around it was turned to, an address reads from left to right.
      <a key={key} dir="ltr" href={part.text} target="_blank" rel="noopener noreferrer" tabIndex={-1}>
        {part.text}
      </a>
    );
  });
}
