import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { Diagnosis } from '../doctor/Diagnosis.tsx';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { AnswerPart } from './AnswerPart.tsx';
import { BodyPart } from './body/BodyPart.tsx';
import { DedupePart } from './DedupePart.tsx';
import styles from './DeliveryDetails.module.css';
import { DetailActions } from './DetailActions.tsx';
import { FactsPart } from './FactsPart.tsx';
import { HeadersPart } from './HeadersPart.tsx';
import { sentenceOf } from './sentences.ts';
import { TimelinePart } from './TimelinePart.tsx';
import { VerdictLabel } from './VerdictLabel.tsx';
import { words } from './words.ts';

type DetailsProps = {
  readonly id: string;
  readonly onClose: () => void;
};

/** One delivery as it arrived, and what was made of it. */
export function DeliveryDetails({ id, onClose }: DetailsProps) {
  const { delivery, failure } = useDelivery(id);
  return (
    <>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={onClose} />
        <h1 className={styles.title}>{words.details}</h1>
        <IconButton className={styles.close} icon="close" label={texts.close} onClick={onClose} />
      </header>
      {failure && <EmptyState icon="alert" title={failure.message} />}
      {!delivery && !failure && <Spinner label={texts.loading} />}
      {delivery && <Contents delivery={delivery} />}
    </>
  );
}

function useDelivery(id: string): { readonly delivery: DeliveryView | null; readonly failure: Failure | null } {
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
  return { delivery, failure };
}

function Contents({ delivery }: { readonly delivery: DeliveryView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} tabIndex={0} aria-label={words.contents}>
      <div className={styles.verdict}>
        <VerdictLabel verdict={delivery.verdict} />
        <span className={styles.status}>{words.answered(delivery.status)}</span>
      </div>
      <p className={styles.sentence}>{sentenceOf(delivery)}</p>
      {delivery.origin === 'lab' && <p className={styles.note}>{words.labSent}</p>}
      <DetailActions delivery={delivery} />
      <Diagnosis delivery={delivery} />
      <TimelinePart delivery={delivery} />
      <BodyPart delivery={delivery} />
      <HeadersPart delivery={delivery} />
      <DedupePart delivery={delivery} />
      <AnswerPart delivery={delivery} />
      <FactsPart delivery={delivery} />
    </section>
  );
}
