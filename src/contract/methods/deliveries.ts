/**
 * `deliveries.*`: raw requests, as shown.
 * @module
 */
import { z } from 'zod';
import { deliverySummarySchema, verdictSchema } from '../../domain/delivery.ts';
import { instantSchema } from '../../domain/time.ts';
import { deliveryViewSchema } from '../views.ts';
import { id, limit, method } from './method.ts';

export const deliveryFilterSchema = z.object({
  lineId: z.string().optional(),
  verdicts: z.array(verdictSchema).max(4).optional(),
  /** From this moment on, and before that one. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** In the path, the headers that are shown, the body as it came or what it says; letter case does not matter. */
  text: z.string().max(200).optional(),
  /** Those a message came from or that repeated it. */
  messageId: z.string().optional(),
});
export type DeliveryFilter = Readonly<z.infer<typeof deliveryFilterSchema>>;

const count = z.number().int().nonnegative();

export const deliveryRatesSchema = z.object({
  /** Length of one step in milliseconds; the last one ends now. */
  stepMs: z.number().int(),
  steps: z.array(z.object({ at: instantSchema, accepted: count, duplicate: count, rejected: count, 'not-understood': count })),
});
export type DeliveryRates = Readonly<z.infer<typeof deliveryRatesSchema>>;

export const deliveriesMethods = {
  'deliveries.list': method(
    deliveryFilterSchema.extend({ before: z.string().optional(), limit: limit(500, 100) }),
    z.object({
      items: z.array(deliverySummarySchema),
      /** What to ask for as `before` to go on; a filter may leave nothing on the last pages. */
      nextBefore: z.string().nullable(),
      /** It was searched down to here and would have taken too long to go on; the page may be empty. `nextBefore` goes on. */
      searchedTo: instantSchema.optional(),
    }),
  ),
  'deliveries.get': method(id, deliveryViewSchema),
  /** The value of one header that is shown masked, by its place in `headers`. What is never kept is refused: `never-kept`. */
  'deliveries.reveal': method(z.object({ ...id.shape, header: count }), z.object({ value: z.string() })),
  /** How many of each verdict came, in steps up to now. */
  'deliveries.rates': method(z.object({ lineId: z.string().optional(), hours: count.min(1).max(168).default(24) }), deliveryRatesSchema),
} as const;
