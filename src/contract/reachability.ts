/**
 * What the window is shown of the times in which texts could not arrive, and of where providers send them.
 * @module
 */
import { z } from 'zod';
import { reachStateSchema } from '../domain/reachability.ts';
import { instantSchema } from '../domain/time.ts';

/**
 * What is known of one line's texts from a gap. `nothing-lost`: the provider's own retries outlast the gap.
 * `checked`: everything the provider holds from that time was fetched. `cannot-check`: it offers no way to ask.
 */
export const gapOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing-lost'), retryMinutes: z.number() }),
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('checked'), at: instantSchema, from: instantSchema, to: instantSchema, recovered: z.number().int() }),
  z.object({ kind: z.literal('failed'), at: instantSchema, message: z.string(), recovered: z.number().int() }),
  z.object({ kind: z.literal('cannot-check') }),
]);
export type GapOutcome = Readonly<z.infer<typeof gapOutcomeSchema>>;

export const gapViewSchema = z.object({
  from: instantSchema,
  /** `null`: it lasts. */
  to: instantSchema.nullable(),
  causes: z.array(reachStateSchema.exclude(['receiving'])),
  lines: z.array(z.object({ lineId: z.string(), outcome: gapOutcomeSchema })),
});
export type GapView = Readonly<z.infer<typeof gapViewSchema>>;

export const reachHistorySchema = z.object({
  /** The time asked for; before the first span nothing is known. */
  from: instantSchema,
  to: instantSchema,
  spans: z.array(z.object({ state: reachStateSchema, from: instantSchema, to: instantSchema })),
  /** Newest first. */
  gaps: z.array(gapViewSchema),
});
export type ReachHistory = Readonly<z.infer<typeof reachHistorySchema>>;

/**
 * Where the provider sends a line's texts. `by-hand`: only the user can tell it. `here`: proven by a delivery or the
 * provider's own word. `old-address`: it was told an address that is not ours any more. `elsewhere`: it points to
 * somebody else.
 */
export const registrationViewSchema = z.object({
  lineId: z.string(),
  state: z.enum(['by-hand', 'unknown', 'here', 'old-address', 'elsewhere', 'failed']),
  /** Whether Texttray can tell the provider by itself. */
  can: z.enum(['register', 'register-by-guess', 'not']),
  /** Whether the provider can be asked where it points. */
  canCheck: z.boolean(),
  /** What the provider holds, as far as that is known. */
  url: z.string().nullable(),
  /** What it held before Texttray changed it. */
  previousUrl: z.string().nullable(),
  checkedAt: instantSchema.nullable(),
  message: z.string(),
  action: z.string().optional(),
});
export type RegistrationView = Readonly<z.infer<typeof registrationViewSchema>>;
