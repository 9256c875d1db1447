import type { MessageStatus } from '../../src/domain/message.ts';
import { texts } from '../texts.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './StatusSign.module.css';

const icons: Record<MessageStatus, IconName> = {
  received: 'check',
  queued: 'clock',
  sending: 'clock',
  sent: 'check',
  delivered: 'checks',
  undelivered: 'alert',
  failed: 'alert',
  unconfirmed: 'question',
  cancelled: 'slash',
};

/** How far an outbound message got, as a sign beside its word. */
export function StatusIcon({ status }: { readonly status: MessageStatus }) {
  return (
    <span className={styles.sign} data-status={status}>
      <Icon name={icons[status]} size={14} />
    </span>
  );
}

/** The same where there is no room for the word: screen readers are told it. */
export function StatusSign({ status }: { readonly status: MessageStatus }) {
  return (
    <>
      <StatusIcon status={status} />
      <span className="visually-hidden">{texts.thread.statuses[status]}. </span>
    </>
  );
}
