/**
 * `schedule.*`: texts that are composed now and sent at a moment the user chose.
 * @module
 */
import { z } from 'zod';
import { messageSchema } from '../../domain/message.ts';
import { scheduledSchema } from '../../domain/scheduled.ts';
import { instantSchema } from '../../domain/time.ts';
import { messagesMethods } from './messages.ts';
import { id, method } from './method.ts';

const composed = messagesMethods['messages.send'].input.pick({
  lineId: true,
  to: true,
  body: true,
  mediaUrls: true,
  overrideOptOut: true,
});

export const scheduleMethods = {
  /** A second call with the same `clientId` is the same text. */
  'schedule.create': method(
    composed.extend({ clientId: z.string().min(1).max(128), dueAt: instantSchema, unlessAnswered: z.boolean().optional() }),
    scheduledSchema,
  ),
  /** One that was missed, or that they answered first, waits again with a new `dueAt`. */
  'schedule.update': method(
    id.extend({ body: composed.shape.body.optional(), dueAt: instantSchema.optional(), unlessAnswered: z.boolean().optional() }),
    scheduledSchema,
  ),
  /** Sends it now instead. */
  'schedule.sendNow': method(id, messageSchema),
  /** Answers what it was, so that it can be put back. */
  'schedule.remove': method(id, scheduledSchema),
} as const;
