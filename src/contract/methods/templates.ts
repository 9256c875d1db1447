/**
 * `templates.*`: texts to be sent again and again. The list is in the snapshot.
 * @module
 */
import { z } from 'zod';
import { templateSchema } from '../../domain/template.ts';
import { id, method } from './method.ts';

export const templatesMethods = {
  /** A new one without `id`. */
  'templates.save': method(templateSchema.extend({ id: templateSchema.shape.id.optional() }), templateSchema),
  'templates.remove': method(id, templateSchema),
  /** Puts them in this order; those not named follow. */
  'templates.order': method(z.object({ ids: z.array(z.string()).max(1_000) }), z.object({ items: z.array(templateSchema) })),
} as const;
