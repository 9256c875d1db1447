import { useState } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { exactTime, moment } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions } from '../state/binding.tsx';
import { isHeld } from '../state/composing.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { StatusIcon } from '../ui/StatusSign.tsx';
import { needsWords } from './grouping.ts';
import { HeldState } from './HeldState.tsx';
import styles from './MessageState.module.css';
import { Time } from './Time.tsx';
import { useLeftAlone } from './useLeftAlone.ts';

const words = texts.thread;
/** A scheduled text that went later than this says why, in milliseconds. */
const lateAfterMs = 120_000;

/** Below a run: when it was, how far it got, and what one can do when it did not. */
export function MessageState({ message }: { readonly message: Message }) {
  const { direction, status, at } = message;
  const [held, setHeld] = useState(isHeld(message));
  if (direction === 'inbound') {
    return <p className={styles.meta}>{message.recovered ? <RecoveredTime message={message} /> : <Time at={at} />}</p>;
  }
  if (held && status === 'queued') return <HeldState message={message} onOver={() => setHeld(false)} />;
  return (
    <>
      <p className={styles.meta} data-status={status}>
        <Time at={at} />
        <span aria-hidden="true">·</span>
        <span>{words.statuses[status]}</span>
        <StatusIcon status={status} />
        <Origin message={message} />
        {status === 'queued' && <CancelButton id={message.id} />}
      </p>
      {needsWords(message) && <Trouble message={message} />}
    </>
  );
}

/** What sent it, when nobody pressed Send right then. */
function Origin({ message: { at, scheduledFor, ruleId } }: { readonly message: Message }) {
  const now = useNow();
  if (ruleId !== undefined) return <span>· {texts.sending.byRule}</span>;
  if (scheduledFor === undefined) return null;
  const isLate = Date.parse(at) - Date.parse(scheduledFor) > lateAfterMs;
  return <span>· {isLate ? texts.sending.sentLate(moment(scheduledFor, now)) : texts.sending.wasScheduled}</span>;
}

/** It was fetched after a gap: its time is the provider's, and it says since when it is here. */
function RecoveredTime({ message: { at, providerAt } }: { readonly message: Message }) {
  const now = useNow();
  return (
    <span className={styles.recovered} title={texts.reception.recoveredAt(exactTime(at))}>
      <Icon name="retry" size={14} />
      <span>{texts.reception.recovered}</span>
      {providerAt !== undefined && (
        <>
          <span aria-hidden="true">·</span>
          <time dateTime={providerAt}>{moment(providerAt, now)}</time>
        </>
      )}
    </span>
  );
}

function CancelButton({ id }: { readonly id: string }) {
  const { sending } = useActions();
  return (
    <Button tone="quiet" size="small" onClick={() => void sending.cancel(id)}>
      {words.cancelSending}
    </Button>
  );
}

/** The provider's reason in plain words and the one thing to do about it. */
function Trouble({ message }: { readonly message: Message }) {
  const { sending } = useActions();
  const [leftAlone, leaveAlone] = useLeftAlone(message.id);
  const { id, status, failure } = message;
  if (status === 'unconfirmed' && !message.imported) {
    if (leftAlone) return null;
    return (
      <div className={styles.trouble} data-tone="warn">
        <Icon name="question" size={16} />
        <div>
          <p>{words.mayHaveBeenSent}</p>
          <div className={styles.actions}>
            <Button size="small" onClick={() => void sending.retry(id)}>
              {words.sendAgain}
            </Button>
            <Button tone="quiet" size="small" onClick={leaveAlone}>
              {words.leaveIt}
            </Button>
          </div>
        </div>
      </div>
    );
  }
  const canRetry = !message.imported && (status === 'failed' || status === 'undelivered' || status === 'cancelled');
  if (!failure && !canRetry) return null;
  return (
    <div className={styles.trouble} data-tone={failure && status !== 'queued' ? 'bad' : 'plain'}>
      {failure && <Icon name="alert" size={16} />}
      <div>
        {failure && (
          <p>
            <bdi>{texts.said(failure.message)}</bdi>{' '}
            {failure.resolution && <bdi className={styles.resolution}>{texts.said(failure.resolution)}</bdi>}
          </p>
        )}
        {canRetry && (
          <div className={styles.actions}>
            <Button size="small" icon="retry" onClick={() => void sending.retry(id)}>
              {words.sendAgain}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
