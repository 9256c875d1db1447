/**
 * What is kept in memory of each delivery in the files: enough to say whether a filter may want it, and to count it,
 * without reading what may be a megabyte.
 * @module
 */
import type { Delivery, Verdict } from '../domain/delivery.ts';

export type Outline = {
  readonly id: string;
  /** When it arrived, milliseconds since the epoch. */
  readonly at: number;
  readonly lineId: string;
  readonly verdict: Verdict;
  readonly messageId?: string;
};

export function outlineOf({ id, receivedAt, lineId, verdict, messageId }: Delivery): Outline {
  return { id, at: Date.parse(receivedAt), lineId, verdict, ...(messageId !== undefined && { messageId }) };
}

/** By id, oldest first. */
export function outlinesOf(deliveries: Iterable<Delivery>): Map<string, Outline> {
  const outlines = new Map<string, Outline>();
  for (const delivery of deliveries) outlines.set(delivery.id, outlineOf(delivery));
  return outlines;
}
