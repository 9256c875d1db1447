import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { LabResult } from '../../src/contract/lab.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import styles from './DiagnosisPanel.module.css';
import { words } from './words.ts';

type Sent =
  | { readonly phase: 'not-yet' | 'sending' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'sent'; readonly result: LabResult };

type SendAgainProps = {
  readonly delivery: DeliveryView;
  /** What proves it is a header that is never kept: the line's own is put in its place. */
  readonly isStatic: boolean;
  /** What was pressed to get here is gone. */
  readonly takesFocus: boolean;
};

/** The same request once more, to the receiver on this computer and into the inbox. */
export function SendAgain({ delivery, isStatic, takesFocus }: SendAgainProps) {
  const { call } = useActions();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusTaken(buttons, takesFocus);
  const [sent, setSent] = useState<Sent>({ phase: 'not-yet' });
  async function send(): Promise<void> {
    setSent({ phase: 'sending' });
    const { id, lineId, headers, bodyBase64 } = delivery;
    const answer = await call('deliveries.replay', {
      lineId,
      requests: [{ headers, body: { kind: 'base64', base64: bodyBase64 }, sign: isStatic ? 'line' : 'as-is', deliveryId: id }],
      via: 'loopback',
      into: 'inbox',
    });
    const [result] = answer.ok ? answer.value.results : [];
    if (!answer.ok) setSent({ phase: 'failed', failure: answer.error });
    else if (result) setSent({ phase: 'sent', result });
  }
  if (sent.phase === 'sent') return <Outcome result={sent.result} />;
  return (
    <div className={styles.remedy}>
      <p className={styles.quiet}>{words.sendAgainHelp}</p>
      {sent.phase === 'failed' && <FormFailure failure={sent.failure} />}
      <div ref={buttons} className={styles.buttons}>
        <Button size="small" tone="primary" icon="retry" busy={sent.phase === 'sending'} onClick={() => void send()}>
          {words.sendAgain}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ result: { verdict, messageId, deliveryId } }: { readonly result: LabResult }) {
  const { navigation, deliveries, toasts } = useActions();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusTaken(buttons, true);
  const open = async (id: string): Promise<void> => {
    const answer = await deliveries.message(id);
    if (!answer.ok) return toasts.report(answer.error);
    await navigation.openConversation(answer.value.conversationId, id);
  };
  return (
    <div className={styles.remedy}>
      <p className={styles.cause}>{words.sent[verdict ?? 'none']}</p>
      <div ref={buttons} className={styles.buttons}>
        {messageId !== undefined && (
          <Button size="small" icon="inbox" onClick={() => void open(messageId)}>
            {words.openMessage}
          </Button>
        )}
        {deliveryId !== undefined && (
          <Button size="small" icon="deliveries" onClick={() => navigation.goTo({ name: 'deliveries', deliveryId })}>
            {words.openDelivery}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The keyboard goes on with what comes next, before anybody notices that it had lost its place. */
function useFocusTaken(within: RefObject<HTMLElement | null>, takes: boolean): void {
  useLayoutEffect(() => {
    if (takes) within.current?.querySelector('button')?.focus();
  }, [within, takes]);
}
