/**
 * One text being composed: it has one id from its first letter until it is sent, so that sending it again after a
 * broken connection is the same message.
 * @module
 */
import { useRef, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { Message } from '../../src/domain/message.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';

type CompositionOptions = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** To whom it goes, or `undefined` while that is not known. */
  readonly target: () => { readonly lineId: string; readonly to: string } | undefined;
  readonly onSent?: (message: Message) => void;
};

export type Composition = ReturnType<typeof useComposition>;

export function useComposition({ text, onText, target, onSent }: CompositionOptions) {
  const { sending, toasts } = useActions();
  const [mediaUrls, setMediaUrls] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const clientId = useRef<string>(undefined);

  const setText = (changed: string): void => {
    setFailure(null);
    onText(changed);
  };

  async function send(): Promise<void> {
    const to = target();
    if (busy || to === undefined || (text.trim() === '' && mediaUrls.length === 0)) return;
    clientId.current ??= crypto.randomUUID();
    setBusy(true);
    setFailure(null);
    const answer = await sending.send({
      ...to,
      body: text,
      clientId: clientId.current,
      ...(mediaUrls.length > 0 && { mediaUrls: [...mediaUrls] }),
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    clientId.current = undefined;
    if (answer.value.body === text || mediaUrls.length > 0) {
      onText('');
      setMediaUrls([]);
    } else {
      // An earlier attempt had reached the core after all, and the text was changed since.
      toasts.show({ tone: 'plain', title: texts.composer.earlierWentOut });
    }
    onSent?.(answer.value);
  }

  return { text, setText, mediaUrls, setMediaUrls, failure, busy, send };
}
