import type { DeliveryView } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DedupePart.module.css';
import { DetailPart, Facts } from './DetailPart.tsx';
import { Shown } from './Shown.tsx';
import { words } from './words.ts';

/** Whether its text was stored already, by what that was known, and the way to the others. */
export function DedupePart({ delivery }: { readonly delivery: DeliveryView }) {
  const { deliveries } = useActions();
  const { id, key, messageId } = delivery;
  const isListed = useWindow((state) => messageId !== undefined && state.deliveries.choice.messageId === messageId);
  return (
    <DetailPart title={words.dedupe.title}>
      <p className={styles.sentence}>{decisionOf(delivery)}</p>
      {key !== undefined && <Facts facts={[[words.dedupe.key, <Shown key="key" text={key} />]]} />}
      {messageId !== undefined && !isListed && (
        <Button className={styles.way} size="small" icon="deliveries" onClick={() => deliveries.showOf(messageId, id)}>
          {words.allOfMessage}
        </Button>
      )}
    </DetailPart>
  );
}

function decisionOf({ verdict, messageId, key }: DeliveryView): string {
  if (verdict === 'duplicate') return words.dedupe.isRepetition;
  if (verdict !== 'accepted') return words.dedupe.notLookedAt;
  return messageId === undefined && key === undefined ? words.dedupe.noText : words.dedupe.isNew;
}
