/**
 * `rules.*`: what happens by itself with inbound texts. The list is in the snapshot, in the order in which rules look.
 * @module
 */
import { z } from 'zod';
import { messageSchema } from '../../domain/message.ts';
import { ruleActionSchema, ruleSchema } from '../../domain/rule.ts';
import { id, limit, method } from './method.ts';

/** Why an answer would not go out, or not now. */
export const answerObjectionSchema = z.enum([
  'receive-only',
  'not-a-number',
  'opted-out',
  'keyword-of-opt-out',
  'code',
  'too-old',
  'answered-just-now',
  'answered-too-often',
  'repeats-itself',
]);
export type AnswerObjection = z.infer<typeof answerObjectionSchema>;

export const rulesMethods = {
  /** A new one, at the end, without `id`. */
  'rules.save': method(ruleSchema.extend({ id: ruleSchema.shape.id.optional() }), ruleSchema),
  'rules.remove': method(id, ruleSchema),
  /** Lets them look in this order; those not named follow. */
  'rules.order': method(z.object({ ids: z.array(z.string()).max(1_000) }), z.object({ items: z.array(ruleSchema) })),
  /** What a rule, saved or not, would have done with the last inbound texts, newest first. Nothing happens. */
  'rules.tryOut': method(
    z.object({ rule: ruleSchema.extend({ id: ruleSchema.shape.id.optional() }), limit: limit(100, 100) }),
    z.object({
      /** How many texts were looked at. */
      checked: z.number().int(),
      items: z.array(
        z.object({
          message: messageSchema,
          actions: z.array(z.object({ action: ruleActionSchema, objection: answerObjectionSchema.optional() })),
        }),
      ),
    }),
  ),
} as const;
