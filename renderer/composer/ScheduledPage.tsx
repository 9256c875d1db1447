import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { ScheduledRow } from './ScheduledRow.tsx';
import styles from './ScheduledTexts.module.css';

const words = texts.sending;

/** All scheduled texts, those that wait for a decision first. */
export function ScheduledPage() {
  const items = useWindow((state) => state.scheduled);
  const ordered = items.toSorted(
    (one, other) => Number(one.state === 'waiting') - Number(other.state === 'waiting') || one.dueAt.localeCompare(other.dueAt),
  );
  return (
    <Page title={words.scheduledHeading}>
      {ordered.length === 0 ? (
        <EmptyState icon="clock" title={words.scheduledNone} text={words.scheduledNoneHelp} />
      ) : (
        <ul className={styles.page}>
          {ordered.map((item) => (
            <ScheduledRow key={item.id} scheduled={item} named />
          ))}
        </ul>
      )}
    </Page>
  );
}
