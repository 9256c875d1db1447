import { type ReactNode, useState } from 'react';
import { texts } from '../texts.ts';
import { Button, type ButtonTone } from './Button.tsx';
import type { IconName } from './icons.tsx';
import styles from './Modal.module.css';
import { Modal } from './Modal.tsx';

type ConfirmProps = {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  /** How the button that asks looks. */
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  readonly size?: 'normal' | 'small';
  /** What the button that asks says. */
  readonly children: ReactNode;
};

/** A button that asks before it does something that cannot be undone. */
export function Confirm({ title, text, confirm, onConfirm, tone = 'plain', icon, size = 'normal', children }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button tone={tone} size={size} {...(icon && { icon })} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && (
        <Modal role="alertdialog" title={title} description={text} onClose={close}>
          <div className={styles.buttons}>
            <Button onClick={close}>{texts.cancel}</Button>
            <Button
              tone="bad"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}
