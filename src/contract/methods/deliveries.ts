/**
 * `deliveries.*`: raw requests, as shown.
 * @module
 */
import { z } from 'zod';
import { deliverySummarySchema } from '../../domain/delivery.ts';
import { deliveryViewSchema } from '../views.ts';
import { id, limit, method } from './method.ts';

export const deliveriesMethods = {
  'deliveries.list': method(
    z.object({ lineId: z.string().optional(), before: z.string().optional(), limit: limit(500, 100) }),
    z.object({ items: z.array(deliverySummarySchema), nextBefore: z.string().nullable() }),
  ),
  'deliveries.get': method(id, deliveryViewSchema),
} as const;
