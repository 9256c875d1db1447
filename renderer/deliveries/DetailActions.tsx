import type { DeliveryView } from '../../src/contract/views.ts';
import { CompareWith } from '../compare/CompareWith.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
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
      <ReplayInLab delivery={delivery} />
      <CompareWith delivery={delivery} />
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

/** Opens it in the replay lab; a line that was removed has nothing to send to. */
function ReplayInLab({ delivery: { id, lineId } }: { readonly delivery: DeliveryView }) {
  const { navigation } = useActions();
  const there = useWindow(({ lines }) => activeLines(lines).some((line) => line.id === lineId));
  if (!there) return null;
  return (
    <Button size="small" icon="lab" onClick={() => navigation.goTo({ name: 'lab', lineId, deliveryId: id })}>
      {words.replay}
    </Button>
  );
}
