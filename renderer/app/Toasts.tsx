import { createPortal } from 'react-dom';
import { useActions, useWindow } from '../state/binding.tsx';
import type { Toast, ToastAction } from '../state/model.ts';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useTopDialog } from '../ui/dialogs.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Toasts.module.css';

/** Short notices at the window's lower edge, some with one thing to do about them. */
export function Toasts() {
  const toasts = useWindow((state) => state.toasts);
  const above = useTopDialog();
  const region = (
    <section className={styles.region} aria-label={texts.toasts.region} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
  return above === null ? region : createPortal(region, above);
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { toasts } = useActions();
  const { action, actions = action ? [action] : [] } = toast;
  const act = ({ run }: ToastAction) => {
    toasts.dismiss(toast.id);
    run();
  };
  return (
    // New messages have a live region of their own.
    <div className={styles.toast} data-tone={toast.tone} aria-live={toast.tone === 'message' ? 'off' : undefined}>
      {toast.tone === 'bad' && <Icon name="alert" />}
      <div className={styles.words}>
        <p className={styles.title}>
          <bdi>{toast.title}</bdi>
        </p>
        {toast.text && (
          <p className={styles.text}>
            <bdi>{toast.text}</bdi>
          </p>
        )}
      </div>
      <div className={styles.actions} data-below={actions.length > 1 ? '' : undefined}>
        {actions.map((each) => (
          <Button key={each.label} tone="quiet" size="small" className={styles.action} onClick={() => act(each)}>
            {each.label}
          </Button>
        ))}
      </div>
      <IconButton icon="close" label={texts.dismiss} size="small" tipSide="top" onClick={() => toasts.dismiss(toast.id)} />
    </div>
  );
}
