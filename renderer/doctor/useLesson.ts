/**
 * How the provider of a line signs and when it tries again, where that is needed to say what to do next.
 * @module
 */
import { useEffect, useState } from 'react';
import type { Lesson } from '../../src/contract/methods/learn.ts';
import type { LineView } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';

/** `undefined` until it is known, and when it cannot be asked for: then less is said. */
export function useLesson(line: Pick<LineView, 'id' | 'provider' | 'removedAt'> | undefined): Lesson | undefined {
  const { call } = useActions();
  const [lesson, setLesson] = useState<Lesson>();
  const provider = line?.provider;
  const lineId = line?.removedAt === undefined ? line?.id : undefined;
  useEffect(() => {
    if (provider === undefined) return;
    let wanted = true;
    void call('deliveries.learn', { provider, ...(lineId !== undefined && { lineId }) }).then((answer) => {
      if (wanted && answer.ok) setLesson(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [call, provider, lineId]);
  return lesson;
}
