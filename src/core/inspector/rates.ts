/**
 * How many deliveries of each verdict came lately, in steps that end now.
 * @module
 */
import type { DeliveryRates } from '../../contract/methods/deliveries.ts';
import type { DeliveryLog } from '../ports.ts';

/** Half an hour each for a day. */
const steps = 48;
const hourMs = 3_600_000;

type Question = { readonly deliveries: Pick<DeliveryLog, 'tally'>; readonly lineId: string | undefined; readonly hours: number };

/** @param now milliseconds since the epoch: the end of the last step, which counts what arrives at this very moment too */
export async function ratesUpTo(now: number, { deliveries, lineId, hours }: Question): Promise<DeliveryRates> {
  const stepMs = (hours * hourMs) / steps;
  const from = now - steps * stepMs + 1;
  const tally = await deliveries.tally({ lineId, from, stepMs, steps });
  return { stepMs, steps: tally.map((counts, index) => ({ at: new Date(from + index * stepMs).toISOString(), ...counts })) };
}
