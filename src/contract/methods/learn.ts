/**
 * `deliveries.learn`: how a provider's webhooks work, on a worked sample.
 * @module
 */
import { z } from 'zod';
import { deliveryReasonSchema, verdictSchema } from '../../domain/delivery.ts';
import { providerNameSchema } from '../../domain/line.ts';
import { method } from './method.ts';

export const lessonSchema = z.object({
  provider: providerNameSchema,
  /** Whose secret it was worked with; `null`: there is no such line, a made-up secret was used. */
  lineId: z.string().nullable(),
  method: z.literal('POST'),
  url: z.string(),
  /** With the proof, as they would arrive. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  payload: z.string(),
  proof: z.object({
    scheme: z.enum(['hmac-sha256-hex', 'static']),
    header: z.string(),
    prefix: z.string(),
    coversUrl: z.boolean(),
    /** The field of the line's settings that the secret is kept in. */
    credential: z.string(),
    /** Its beginning and end at most; `null`: none is set. */
    maskedSecret: z.string().nullable(),
    /** What is signed, as text; `null`: nothing of the request is. */
    canonical: z.string().nullable(),
    /** Lowercase hex; `null`: nothing is computed. */
    digest: z.string().nullable(),
  }),
  retries: z.object({ timeoutSeconds: z.number().optional(), afterMinutes: z.array(z.number()).optional() }),
  /** What the receiver's code makes of it. */
  judged: z.object({
    verdict: verdictSchema,
    reason: deliveryReasonSchema.optional(),
    status: z.number().int(),
    text: z.object({ from: z.string(), body: z.string(), media: z.number().int(), key: z.string() }).optional(),
  }),
});
export type Lesson = Readonly<z.infer<typeof lessonSchema>>;

export const learnMethods = {
  'deliveries.learn': method(z.object({ provider: providerNameSchema, lineId: z.string().max(200).optional() }), lessonSchema),
} as const;
