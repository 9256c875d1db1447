import type { TunnelStatus } from '../../src/contract/views.ts';
import { ReceptionSign } from '../app/ReceptionSign.tsx';
import { formatDuration } from '../format/duration.ts';
import { clockWithSeconds, exactTime, moment } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { NextStepButton, type NextStepProps } from './NextStepButton.tsx';
import { nextStep, saysItAll } from './next-step.ts';
import { PauseButton } from './PauseButton.tsx';
import styles from './StatusCard.module.css';

type StatusCardProps = { readonly tunnel: TunnelStatus } & Pick<NextStepProps, 'onChoose' | 'onEnter'>;

/** Whether texts can arrive, since when, how that is known, and the one thing to do about it. */
export function StatusCard({ tunnel, onChoose, onEnter }: StatusCardProps) {
  const now = useNow();
  const { reception, message, action, since, checkedAt, roundTripMs, publicUrl, failure, state } = tunnel;
  const step = nextStep(tunnel);
  const facts = [
    sinceWords(since, now),
    ...(roundTripMs === null ? [] : [texts.reception.roundTrip(roundTripMs)]),
    ...(checkedAt === null ? [] : [texts.reception.checked(clockWithSeconds(checkedAt))]),
  ];
  // A tunnel that works may have something to say as well: that its address is another one now.
  const notice = state === 'up' && failure?.code === 'address-changed' ? failure : undefined;
  return (
    <section className={styles.status} data-reception={reception} aria-label={texts.reception.title}>
      <ReceptionSign reception={reception} />
      <div className={styles.words}>
        <h2 className={styles.state}>{texts.reception.words[reception]}</h2>
        <p>
          {texts.said(message)} {action && !saysItAll(step) && <strong className={styles.action}>{withStop(texts.said(action))}</strong>}
        </p>
        {notice && (
          <p>
            {texts.said(notice.message)} {withStop(texts.said(notice.action))}
          </p>
        )}
        <p className={styles.facts} title={exactTime(since)}>
          {facts.join(' · ')}
        </p>
        {publicUrl !== null && (
          <p className={styles.address}>
            <span className="visually-hidden">{texts.reception.address}: </span>
            <code className={styles.code}>{publicUrl}</code>
            <CopyButton text={publicUrl} />
          </p>
        )}
        <div className={styles.buttons}>
          {step && <NextStepButton step={step} tunnel={tunnel} onChoose={onChoose} onEnter={onEnter} />}
          <PauseButton tunnel={tunnel} />
        </div>
      </div>
    </section>
  );
}

/** How long it lasts is said once that is worth saying. */
function sinceWords(since: string, now: Date): string {
  const lasted = now.getTime() - Date.parse(since);
  return lasted < 60_000 ? texts.reception.since(moment(since, now)) : texts.reception.sinceFor(moment(since, now), formatDuration(lasted));
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
