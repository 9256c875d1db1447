/**
 * The inspector: what arrived, why it was refused, how to send it again, and how to take it along.
 * @module
 */
import type { Part } from '../ground.ts';
import { createDoctorHandlers, type DoctorNames } from './doctor.ts';
import type { Inspecting } from './ground.ts';
import { createLearn } from './learn.ts';
import { createDeliveryHandlers, type RecordNames } from './records.ts';
import { createTakeAlong } from './take-along/take-along.ts';

type Names = RecordNames | DoctorNames | 'deliveries.curl' | 'deliveries.export' | 'deliveries.learn';

export function createInspector(ground: Inspecting): Part<Names> {
  return {
    handlers: { ...createDeliveryHandlers(ground), ...createDoctorHandlers(ground), ...createTakeAlong(ground), ...createLearn(ground) },
  };
}
