/**
 * What every method of the contract is made of.
 * @module
 */
import { z } from 'zod';

/** One method: what it takes and what it answers. */
export function method<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output } as const;
}

export const nothing = z.object({}).prefault({});
export const id = z.object({ id: z.string().min(1).max(200) });
/** How many at once: at most `most`, `usual` when not said. */
export const limit = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual);
