/**
 * The inspector: what arrived, why it was refused, how to send it again, and how to take it along.
 * @module
 */
import type { Part } from '../ground.ts';
import type { Inspecting } from './ground.ts';
import { createLearn } from './learn.ts';
import { createDeliveryHandlers, type RecordNames } from './records.ts';
import { createTakeAlong } from './take-along/take-along.ts';

type Names = RecordNames | 'deliveries.curl' | 'deliveries.export' | 'deliveries.learn';

export function createInspector(ground: Inspecting): Part<Names> {
  return { handlers: { ...createDeliveryHandlers(ground), ...createTakeAlong(ground), ...createLearn(ground) } };
}
