/**
 * One text being composed: it has one id from its first letter until it is sent, so that sending it again after a
 * broken connection is the same message.
 * @module
 */
import { useRef, useState } from 'react';
import type { Answered, Failure } from '../../src/contract/errors.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Scheduled } from '../../src/domain/scheduled.ts';
import { fieldsIn } from '../../src/domain/template.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';

type CompositionOptions = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Addresses of what goes with it. */
  readonly mediaUrls: readonly string[];
  readonly onMediaUrls: (urls: readonly string[]) => void;
  /** To whom it goes, or `undefined` while that is not known. */
  readonly target: () => { readonly lineId: string; readonly to: string } | undefined;
  readonly onSent?: (sent: Pick<Message | Scheduled, 'conversationId'>) => void;
};

/** Why one is asked before the text goes. */
export type Doubt = { readonly kind: 'unfilled'; readonly fields: readonly string[] } | { readonly kind: 'just-sent' };

export type Composition = ReturnType<typeof useComposition>;

export function useComposition({ text, onText, mediaUrls, onMediaUrls, target, onSent }: CompositionOptions) {
  const { sending, composing, toasts } = useActions();
  const hasTemplates = useWindow((state) => state.templates.length > 0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [busy, setBusy] = useState(false);
  const clientId = useRef<string>(undefined);
  const isEmpty = text.trim() === '' && mediaUrls.length === 0;

  const setText = (changed: string): void => {
    setFailure(null);
    setDoubt(null);
    onText(changed);
  };

  function doubtOf(to: { readonly lineId: string; readonly to: string }): Doubt | null {
    const fields = hasTemplates ? fieldsIn(text) : [];
    if (fields.length > 0) return { kind: 'unfilled', fields };
    return sending.justSent({ ...to, body: text }) ? { kind: 'just-sent' } : null;
  }

  /** Hands the text over with an id of its own; the same id as before when an earlier try may have got through. */
  async function hand<Value>(ask: (id: string) => Promise<Answered<Value>>): Promise<Value | undefined> {
    clientId.current ??= crypto.randomUUID();
    setBusy(true);
    setFailure(null);
    setDoubt(null);
    const answer = await ask(clientId.current);
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return undefined;
    }
    clientId.current = undefined;
    return answer.value;
  }

  const content = () => ({ body: text, ...(mediaUrls.length > 0 && { mediaUrls: [...mediaUrls] }) });
  const clear = (): void => {
    onText('');
    if (mediaUrls.length > 0) onMediaUrls([]);
  };

  /** Sends the text; `anyway`: in spite of what was asked. */
  async function send(anyway = false): Promise<void> {
    const to = target();
    if (busy || to === undefined || isEmpty) return;
    const asked = anyway ? null : doubtOf(to);
    if (asked !== null) return setDoubt(asked);
    const message = await hand((id) => sending.send({ ...to, ...content(), clientId: id }));
    if (message === undefined) return;
    // An earlier attempt may have reached the core after all, and the text was changed since.
    if (message.body === text || mediaUrls.length > 0) clear();
    else toasts.show({ tone: 'plain', title: texts.composer.earlierWentOut });
    onSent?.(message);
  }

  /** Has the text sent later. Answers whether it is kept. */
  async function schedule(dueAt: string, unlessAnswered: boolean): Promise<boolean> {
    const to = target();
    if (busy || to === undefined || isEmpty) return false;
    const scheduled = await hand((id) => composing.schedule({ ...to, ...content(), dueAt, unlessAnswered, clientId: id }));
    if (scheduled === undefined) return false;
    clear();
    onSent?.(scheduled);
    return true;
  }

  return { text, setText, mediaUrls, setMediaUrls: onMediaUrls, failure, doubt, busy, isEmpty, send, schedule };
}
