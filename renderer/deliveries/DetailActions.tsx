import type { DeliveryView } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { TakeAlong } from '../take-along/TakeAlong.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DetailActions.module.css';
import { words } from './words.ts';

/** What can be done with a delivery besides looking at it. */
export function DetailActions({ delivery }: { readonly delivery: DeliveryView }) {
  return (
    <fieldset className={styles.actions}>
      <legend className="visually-hidden">{words.actions}</legend>
      <OpenMessage messageId={delivery.messageId} />
      <Compare id={delivery.id} />
      <TakeAlong delivery={delivery} />
    </fieldset>
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

/** Two are compared: the one that is marked, and the one that is open then. */
function Compare({ id }: { readonly id: string }) {
  const { deliveries } = useActions();
  const marked = useWindow((state) => state.deliveries.marked);
  const isMarked = marked === id;
  return (
    <Button size="small" icon="copy" aria-pressed={isMarked} onClick={() => deliveries.mark(isMarked ? null : id)}>
      {isMarked ? words.compare.marked : words.compare.mark}
    </Button>
  );
}
