import { useEffect, useState } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { focusMarked, focusMarks } from '../app/focus-marks.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import styles from './MessageState.module.css';

const words = texts.sending;

/** Below a text that waits here for some seconds: how long still, and taking it back. */
export function HeldState({ message, onOver }: { readonly message: Message; readonly onOver: () => void }) {
  const { composing } = useActions();
  const seconds = useSecondsTo(message.notBefore ?? message.at, onOver);
  /** The text is in the composer again, and so is who wrote it. */
  const takeBack = async (): Promise<void> => {
    await composing.takeBack(message);
    focusMarked(focusMarks.composer);
  };
  return (
    <p className={styles.meta}>
      <span aria-hidden="true">{words.goesIn(seconds)}</span>
      <Button size="small" tone="quiet" icon="retry" onClick={() => void takeBack()}>
        {words.undoSend}
      </Button>
    </p>
  );
}

/** Whole seconds to a moment, counted down; `onOver` is told when it has come. */
function useSecondsTo(at: string, onOver: () => void): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1_000));
      setSeconds(remaining);
      if (remaining === 0) onOver();
    }, 250);
    return () => clearInterval(timer);
  }, [at, onOver]);
  return seconds;
}
