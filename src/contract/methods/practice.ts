/**
 * `practice.*`: the simulated phone.
 * @module
 */
import { z } from 'zod';
import { messageSchema } from '../../domain/message.ts';
import { method } from './method.ts';

export const practiceMethods = {
  /** The simulated phone of a practice line (the first one when none is named) texts you. */
  'practice.text': method(z.object({ lineId: z.string().optional(), body: z.string().max(1_600).optional() }), messageSchema),
} as const;
