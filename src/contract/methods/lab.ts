/**
 * `deliveries.compose|replay`: the replay lab.
 * @module
 */
import { z } from 'zod';
import { labDraftSchema, labRequestSchema, labResultSchema, mutationSchema } from '../lab.ts';
import { method } from './method.ts';

const lineId = z.string().min(1).max(200);

export const labMethods = {
  /** Something to begin with: a sample text of the line's provider, a captured delivery, or a mutation of the sample. */
  'deliveries.compose': method(
    z.object({
      lineId,
      deliveryId: z.string().max(200).optional(),
      mutation: mutationSchema.optional(),
      from: z.string().min(1).max(60).optional(),
      body: z.string().max(100_000).optional(),
      mediaUrls: z.array(z.string().max(2_000)).max(10).optional(),
    }),
    labDraftSchema,
  ),
  'deliveries.replay': method(
    z.object({
      lineId,
      requests: z.array(labRequestSchema).min(1).max(20),
      together: z.boolean().default(false),
      /** Straight to the receiver, or through the tunnel like a provider. */
      via: z.enum(['loopback', 'public']).default('loopback'),
      /** `throwaway`: judged by the same code, kept nowhere. */
      into: z.enum(['throwaway', 'inbox']).default('throwaway'),
    }),
    z.object({ results: z.array(labResultSchema) }),
  ),
} as const;
