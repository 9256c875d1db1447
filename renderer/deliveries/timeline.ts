/**
 * The stations of a delivery on its way through, and how much of the way each leg took.
 * @module
 */
import type { Delivery } from '../../src/domain/delivery.ts';

export type StationName = 'arrived' | 'verified' | 'stored' | 'answered' | 'notified';

export type Station = {
  readonly name: StationName;
  /** Milliseconds after the request's last byte. */
  readonly at: number;
  /** Part of the whole way that the leg to it took; 0 for the first. */
  readonly share: number;
};

const order: readonly Exclude<StationName, 'arrived'>[] = ['verified', 'stored', 'answered', 'notified'];

/** Those it came to, in the order it did. */
export function stationsOf(timings: Delivery['timings']): readonly Station[] {
  const reached = order.flatMap((name) => {
    const at = timings[name];
    return at === undefined ? [] : [{ name, at: Math.max(0, at) }];
  });
  // What is shown to the user does not always wait for the answer.
  reached.sort((one, other) => one.at - other.at);
  const whole = reached.at(-1)?.at ?? 0;
  return [{ name: 'arrived', at: 0 } as const, ...reached].map(({ name, at }, index) => {
    const before = index === 0 ? 0 : (reached[index - 2]?.at ?? 0);
    return { name, at, share: whole === 0 ? 0 : (at - before) / whole };
  });
}
