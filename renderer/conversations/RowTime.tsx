import type { Conversation } from '../../src/domain/conversation.ts';
import { type Lane, waitingSince } from '../../src/domain/lane.ts';
import { roughDuration } from '../format/duration.ts';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './ConversationRow.module.css';

/** When it was said; in the waiting lane, for how long it has been waiting. */
export function RowTime({ conversation, lane }: { readonly conversation: Conversation; readonly lane: Lane }) {
  const now = useNow();
  const { lastMessage } = conversation;
  if (!lastMessage) return null;
  if (lane.kind !== 'waiting') {
    return (
      <time className={styles.time} dateTime={lastMessage.at}>
        {listTime(lastMessage.at, now)}
      </time>
    );
  }
  const duration = roughDuration(now.getTime() - waitingSince(conversation));
  return (
    <time className={styles.waits} dateTime={lastMessage.at}>
      <Icon name="clock" size={14} />
      <span aria-hidden="true">{duration}</span>
      <span className="visually-hidden">{texts.lanes.waitingFor(duration)}</span>
    </time>
  );
}
