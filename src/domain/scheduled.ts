/**
 * A scheduled text: composed now, sent at a moment the user chose.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from './time.ts';

export const scheduledSchema = z.object({
  id: z.string().min(1),
  lineId: z.string(),
  conversationId: z.string(),
  peer: z.string(),
  body: z.string(),
  mediaUrls: z.array(z.string()).default([]),
  createdAt: instantSchema,
  dueAt: instantSchema,
  /** Not sent when they write before it is due. */
  unlessAnswered: z.boolean().default(false),
  /** Text a peer who opted out, deliberately. */
  overrideOptOut: z.boolean().default(false),
  /**
   * `waiting`; `missed`: the computer was asleep or Texttray closed when it was due, and too long after to send it
   * without asking; `answered`: they wrote first; `refused`: it could not be sent, `reason` says why.
   */
  state: z.enum(['waiting', 'missed', 'answered', 'refused']).default('waiting'),
  reason: z.string().optional(),
});
export type Scheduled = Readonly<z.infer<typeof scheduledSchema>>;
