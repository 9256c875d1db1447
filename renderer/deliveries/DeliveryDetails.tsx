import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { formatBytes } from '../format/size.ts';
import { exactTime } from '../format/time.ts';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './DeliveryDetails.module.css';
import { sentenceOf } from './DeliveryRow.tsx';
import { VerdictLabel } from './VerdictLabel.tsx';

const words = texts.deliveries;

/** One delivery as it arrived. */
export function DeliveryDetails({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { deliveries } = useActions();
  const [delivery, setDelivery] = useState<DeliveryView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    void deliveries.get(id).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setDelivery(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [deliveries, id]);
  return (
    <section className={styles.pane} {...pane('details')} aria-label={words.details}>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={onClose} />
        <h1 className={styles.title}>{words.details}</h1>
        <IconButton className={styles.close} icon="close" label={texts.close} onClick={onClose} />
      </header>
      {failure && <EmptyState icon="alert" title={failure.message} />}
      {delivery && <Contents delivery={delivery} />}
    </section>
  );
}

function Contents({ delivery }: { readonly delivery: DeliveryView }) {
  const line = useWindow((state) => state.lines.find(({ id }) => id === delivery.lineId)?.label ?? texts.lanes.removedLine);
  const { verdict, receivedAt, source, bytes, method, path, status, timings, headers } = delivery;
  const facts: readonly (readonly [string, string])[] = [
    [words.receivedAt, exactTime(receivedAt)],
    [words.line, line],
    [words.request, `${method} ${path}`],
    [words.source, source],
    [words.size, formatBytes(bytes)],
    [words.timings, words.timing(timings.verified, timings.answered)],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} tabIndex={0} aria-label={words.contents}>
      <div className={styles.verdict}>
        <VerdictLabel verdict={verdict} />
        <span className={styles.status}>{words.answered(status)}</span>
      </div>
      <p className={styles.sentence}>{sentenceOf(delivery)}</p>
      <OpenMessage messageId={delivery.messageId} />
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Body delivery={delivery} />
      <h2 className={styles.heading}>{words.headers}</h2>
      <p className={styles.note}>{words.masked}</p>
      <dl className={styles.headers}>
        {headers.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and never change.
          <div key={index} className={styles.headerLine}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Body({ delivery: { bodyText, bodyBase64, bytes } }: { readonly delivery: DeliveryView }) {
  const shown = bodyText ?? bodyBase64;
  return (
    <>
      <div className={styles.bodyHead}>
        <h2 className={styles.heading}>{words.body}</h2>
        {bytes > 0 && <CopyButton text={shown} />}
      </div>
      {bytes === 0 && <p className={styles.note}>{words.noBody}</p>}
      {bodyText === null && <p className={styles.note}>{words.binary}</p>}
      {bytes > 0 && <pre className={styles.body}>{shown}</pre>}
    </>
  );
}

/** The way to the bubble this delivery became. */
function OpenMessage({ messageId }: { readonly messageId: string | undefined }) {
  const { navigation, deliveries, toasts } = useActions();
  if (messageId === undefined) return null;
  const open = async () => {
    const answer = await deliveries.message(messageId);
    if (!answer.ok) return toasts.report(answer.error);
    await navigation.openConversation(answer.value.conversationId, messageId);
  };
  return (
    <Button size="small" icon="inbox" onClick={() => void open()}>
      {words.openMessage}
    </Button>
  );
}
