/**
 * The replay lab: requests a provider might send, composed here and sent to our own receiver.
 * @module
 */
import { z } from 'zod';
import { deliveryReasonSchema, verdictSchema } from '../domain/delivery.ts';

/** What can be sent with one click. */
export const mutationSchema = z.enum([
  'bad-signature',
  'missing-header',
  'stale',
  'duplicate',
  'reordered-burst',
  'ten-segments',
  'emoji',
  'right-to-left',
  'empty-body',
  'three-attachments',
  'media-missing',
  'body-1-mib',
  'unknown-event',
]);
export type Mutation = z.infer<typeof mutationSchema>;

/** All that the receiver takes: 16 KiB of headers, 2,000 of them. What was captured must be fit to be sent again. */
const headers = z.array(z.tuple([z.string().min(1).max(16_384), z.string().max(16_384)])).max(2_000);

/** One request as it can be edited. */
export const labRequestSchema = z.object({
  /** Values that are masked stand for the same header of `deliveryId`. */
  headers,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().max(2_000_000) }),
    z.object({ kind: z.literal('base64'), base64: z.string().max(2_800_000) }),
  ]),
  /** `line`: the header that proves it is made anew with the line's secret, for its real URL. `as-is`: nothing is touched. */
  sign: z.enum(['line', 'as-is']),
  /** The delivery it was captured from. */
  deliveryId: z.string().max(200).optional(),
});
export type LabRequest = Readonly<z.infer<typeof labRequestSchema>>;

/** What the receiver should make of a request. */
export const labExpectationSchema = z.object({ status: z.number().int(), verdict: verdictSchema.nullable() });
export type LabExpectation = Readonly<z.infer<typeof labExpectationSchema>>;

export const labDraftSchema = z.object({
  requests: z.array(labRequestSchema).min(1).max(20),
  /** One for each request, where that is known; the same order. Together: in any order. */
  expected: z.array(labExpectationSchema),
  /** All at once instead of one after the other. */
  together: z.boolean(),
  /** What can be made of the line's sample: not every provider has attachments. */
  mutations: z.array(mutationSchema),
});
export type LabDraft = Readonly<z.infer<typeof labDraftSchema>>;

export const labResultSchema = z.object({
  /** `null`: no answer came; then `failure` says why. */
  status: z.number().int().nullable(),
  failure: z.string().optional(),
  /** `null`: it was turned away before anybody could judge it (404, too many refused). */
  verdict: verdictSchema.nullable(),
  reason: deliveryReasonSchema.optional(),
  /** From the first byte out to the last byte back, in milliseconds. */
  tookMs: z.number(),
  /** What was answered besides the status. */
  answer: z.object({ contentType: z.string().optional(), body: z.string().max(20_000) }).optional(),
  /** What its text is known by. */
  key: z.string().optional(),
  /** Into the real inbox only. */
  deliveryId: z.string().optional(),
  messageId: z.string().optional(),
  /** The text as it was understood, also in a throwaway inbox. */
  text: z.object({ from: z.string(), body: z.string(), media: z.number().int() }).optional(),
});
export type LabResult = Readonly<z.infer<typeof labResultSchema>>;
