/**
 * A delivery: one HTTP request that reached a line's webhook path, kept raw, with what we made of it.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from './time.ts';

export const verdictSchema = z.enum(['accepted', 'duplicate', 'rejected', 'not-understood']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Why a delivery was rejected or not understood; each has a sentence in `contract/reasons.ts`. */
export const deliveryReasonSchema = z.enum([
  'signature-missing',
  'signature-malformed',
  'signature-wrong',
  'authorization-missing',
  'authorization-wrong',
  'secret-missing',
  'body-too-large',
  'body-incomplete',
  'body-unreadable',
  'fields-missing',
  'event-unknown',
  'message-unknown',
  'store-unavailable',
  'paused',
]);
export type DeliveryReason = z.infer<typeof deliveryReasonSchema>;

export const deliverySchema = z.object({
  id: z.string(),
  lineId: z.string(),
  receivedAt: instantSchema,
  method: z.string(),
  path: z.string(),
  /** From the question mark on, as it arrived; absent: there was none. */
  query: z.string().optional(),
  /** Name and value as they arrived, in order. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** The exact bytes, base64. */
  body: z.string(),
  /** Length of the body in bytes. */
  bytes: z.number().int(),
  /** Address of the socket's other end. */
  source: z.string(),
  verdict: verdictSchema,
  reason: deliveryReasonSchema.optional(),
  /** The HTTP status answered. */
  status: z.number().int(),
  /** What was answered besides the status: a reply that is sent at once. */
  answer: z.object({ contentType: z.string().optional(), body: z.string().optional() }).optional(),
  /** The message it became or repeats. */
  messageId: z.string().optional(),
  /** What a repetition of its text is known by. */
  key: z.string().optional(),
  /** It was sent by the replay lab. */
  origin: z.literal('lab').optional(),
  /** Milliseconds from the request's last byte to the decision, the durable write, the answer and the notification. */
  timings: z.object({ verified: z.number(), stored: z.number().optional(), answered: z.number(), notified: z.number().optional() }),
});
export type Delivery = Readonly<z.infer<typeof deliverySchema>>;

export const deliverySummarySchema = deliverySchema.omit({ headers: true, body: true, answer: true });
export type DeliverySummary = Readonly<z.infer<typeof deliverySummarySchema>>;
