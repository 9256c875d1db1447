import { type ReactNode, useId } from 'react';
import { createPortal } from 'react-dom';
import { useModalDialog } from './dialogs.ts';
import styles from './Modal.module.css';

type ModalProps = {
  readonly title: string;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly description?: string;
  /** What stands beside the title. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A dialog above everything else. The browser's own: it keeps the focus inside, closes with Escape and gives the focus
 * back, and it needs no style element of its own, which the window's policy forbids. It stands at the end of the page: a
 * form in it must not lie within another form.
 */
export function Modal({ title, role = 'dialog', description, aside, onClose, children }: ModalProps) {
  const dialog = useModalDialog();
  const id = useId();
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it from the keyboard.
    <dialog
      ref={dialog}
      role={role}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-text`}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && role === 'dialog' && event.currentTarget.close()}
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <h2 className={styles.title} id={`${id}-title`}>
            {title}
          </h2>
          {aside}
        </header>
        {description !== undefined && (
          <p className={styles.text} id={`${id}-text`}>
            {description}
          </p>
        )}
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
