/**
 * A message: one inbound or outbound text in one conversation.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from './time.ts';

export const directionSchema = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof directionSchema>;

/**
 * `received` is the only state of an inbound message. Outbound: `queued` (stored here, not handed over yet) → `sending`
 * → `sent` (the provider took it) → `delivered` or `undelivered`; `failed` (refused, nothing was sent), `unconfirmed`
 * (the request went out, no answer came: it may or may not have been sent, the user decides), `cancelled`.
 */
export const messageStatusSchema = z.enum([
  'received',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'unconfirmed',
  'cancelled',
]);
export type MessageStatus = z.infer<typeof messageStatusSchema>;

export const mediaSchema = z.object({ url: z.string() });

/** Why an outbound message did not go: the provider's reason in plain words and what to do about it. */
export const messageFailureSchema = z.object({
  /** The provider's own code where it gave one, e.g. `from_number_not_owned` or `WH-AUTH`. */
  code: z.string(),
  message: z.string(),
  resolution: z.string().optional(),
});
export type MessageFailure = Readonly<z.infer<typeof messageFailureSchema>>;

export const messageSchema = z.object({
  id: z.string().min(1),
  /** Position in the log: grows by arrival, never reused. */
  sequence: z.number().int().nonnegative(),
  lineId: z.string(),
  conversationId: z.string(),
  /** The other side's address, normalized. */
  peer: z.string(),
  direction: directionSchema,
  body: z.string(),
  media: z.array(mediaSchema).optional(),
  /** When it arrived here or was composed here. */
  at: instantSchema,
  /** The provider's own time, where it gives one. */
  providerAt: instantSchema.optional(),
  status: messageStatusSchema,
  statusAt: instantSchema.optional(),
  /** The provider's id for the message. */
  providerId: z.string().optional(),
  /** Outbound: the id the composer made; the same id is the same message. */
  clientId: z.string().optional(),
  failure: messageFailureSchema.optional(),
  /** The delivery this message came from (inbound), see the deliveries log. */
  deliveryId: z.string().optional(),
  /** Inbound: it was fetched from the provider after a time in which texts could not arrive. */
  recovered: z.boolean().optional(),
  /** Outbound: how often it was handed to the provider. */
  attempts: z.number().int().nonnegative().optional(),
});
export type Message = Readonly<z.infer<typeof messageSchema>>;

/** What may change in a stored message. */
export const messageChangesSchema = messageSchema
  .pick({ status: true, statusAt: true, providerId: true, failure: true, attempts: true })
  .extend({ failure: messageFailureSchema.nullable() })
  .partial();
export type MessageChanges = Readonly<z.infer<typeof messageChangesSchema>>;

const settled: ReadonlySet<MessageStatus> = new Set(['received', 'delivered', 'undelivered', 'failed', 'unconfirmed', 'cancelled', 'sent']);

/** True while the outbox still has something to do for the message. */
export function isInOutbox(message: Message): boolean {
  return message.direction === 'outbound' && !settled.has(message.status);
}

const progress: Partial<Record<MessageStatus, number>> = {
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  sent: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
};

/**
 * True when a status reported by the provider may replace the present one. Callbacks arrive late and out of order: a
 * `sent` after `delivered` says nothing new.
 */
export function advancesStatus(present: MessageStatus, reported: MessageStatus): boolean {
  const from = progress[present];
  const to = progress[reported];
  return from !== undefined && to !== undefined && to > from;
}
