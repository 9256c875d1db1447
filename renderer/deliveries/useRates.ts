import { useEffect, useRef, useState } from 'react';
import type { DeliveryRates } from '../../src/contract/methods/deliveries.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';

/** The core is asked no more often than this while deliveries pour in, in milliseconds. */
const pause = 1_500;

/** The rates of the last day, of one line or all; asked for anew as deliveries arrive and as time goes by. */
export function useRates(lineId: string | null): DeliveryRates | null {
  const { deliveries } = useActions();
  const arrived = useWindow((state) => state.deliveries.arrived);
  const live = useWindow((state) => state.connection === 'live');
  const now = useNow();
  const [rates, setRates] = useState<DeliveryRates | null>(null);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const askedFor = useRef(lineId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each delivery and each half minute is a reason to ask.
  useEffect(() => {
    if (!live) return;
    const ask = async (): Promise<void> => {
      askedAt.current = performance.now();
      askedFor.current = lineId;
      const answer = await deliveries.rates(lineId);
      if (answer.ok && askedFor.current === lineId) setRates(answer.value);
    };
    const wait = askedFor.current === lineId ? Math.max(0, askedAt.current + pause - performance.now()) : 0;
    const timer = setTimeout(() => void ask(), wait);
    return () => {
      clearTimeout(timer);
    };
  }, [deliveries, lineId, arrived, live, now]);
  return rates;
}
