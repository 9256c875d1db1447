/**
 * The inspector: what arrived, why it was refused, how to send it again, and how to take it along.
 * @module
 */
import type { Part } from '../ground.ts';
import type { Inspecting } from './ground.ts';
import { createDeliveryHandlers } from './records.ts';

type Names = 'deliveries.list' | 'deliveries.get';

export function createInspector(ground: Inspecting): Part<Names> {
  return { handlers: { ...createDeliveryHandlers(ground) } };
}
