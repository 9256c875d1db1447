import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { ScheduledRow } from './ScheduledRow.tsx';
import styles from './ScheduledTexts.module.css';

/** The scheduled texts of a conversation, between its messages and the composer. */
export function ScheduledTexts({ conversationId }: { readonly conversationId: string }) {
  const items = useWindow((state) => state.scheduled.filter((item) => item.conversationId === conversationId));
  if (items.length === 0) return null;
  const byTime = items.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return (
    <ul className={styles.list} aria-label={texts.sending.scheduledHeading}>
      {byTime.map((item) => (
        <ScheduledRow key={item.id} scheduled={item} />
      ))}
    </ul>
  );
}
