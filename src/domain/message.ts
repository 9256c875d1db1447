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

/** Why an attachment is not here; each has a sentence of its own in the window. */
export const mediaReasonSchema = z.enum([
  'not-wanted',
  'address-refused',
  'unreachable',
  'expired',
  'not-permitted',
  'too-large',
  'too-slow',
  'too-many-redirects',
  'incomplete',
  'no-space',
  'missing',
]);
export type MediaReason = z.infer<typeof mediaReasonSchema>;

/** An attachment. What the sender says of it (`url`, `name`) is untrusted; `type` was found in its bytes. */
export const mediaSchema = z.object({
  /** Where the provider keeps it; absent when it came with an import. */
  url: z.string().optional(),
  /** Absent: nobody fetches it (outbound, or from before attachments were kept). */
  state: z.enum(['waiting', 'stored', 'failed']).optional(),
  /** Our own name of the stored file. */
  file: z.string().optional(),
  type: z.string().optional(),
  bytes: z.number().int().nonnegative().optional(),
  /** Of a picture, in points, as it is shown; absent where that is not known. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  /** What the sender called it. For people, never a path. */
  name: z.string().max(200).optional(),
  reason: mediaReasonSchema.optional(),
});
export type Media = Readonly<z.infer<typeof mediaSchema>>;

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
  /** Position in the log: grows by arrival, never reused. Imported messages of earlier times have negative ones, made of their time. */
  sequence: z.number().int(),
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
  /** Outbound: not handed over before this; until then it can be taken back. */
  notBefore: instantSchema.optional(),
  /** Outbound: for when it was scheduled; much earlier than `at` when the computer was asleep then. */
  scheduledFor: instantSchema.optional(),
  /** Outbound: a rule wrote it, by its id. */
  ruleId: z.string().optional(),
  /** It came with an import of older messages. */
  imported: z.boolean().optional(),
});
export type Message = Readonly<z.infer<typeof messageSchema>>;

/** What may change in a stored message. */
export const messageChangesSchema = messageSchema
  .pick({ status: true, statusAt: true, providerId: true, failure: true, attempts: true, media: true })
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
