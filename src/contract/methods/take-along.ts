/**
 * `deliveries.curl|export`: deliveries for other tools.
 * @module
 */
import { z } from 'zod';
import { fileIdSchema } from '../files.ts';
import { id, method } from './method.ts';

/** What should be known of what was made; each has a sentence in the window. */
export const takeAlongNoteSchema = z.enum([
  /** The signature does not fit a body that was masked. */
  'signature-broken-by-masking',
  /** A secret that is not kept stands in a variable of the shell, which has to be set first. */
  'secret-in-variable',
]);
export type TakeAlongNote = z.infer<typeof takeAlongNoteSchema>;

export const takeAlongMethods = {
  /** A command for a POSIX shell that sends the same bytes again. */
  'deliveries.curl': method(
    z.object({
      ...id.shape,
      mask: z.boolean().default(false),
      /** The line's public URL, or this computer's. */
      to: z.enum(['public', 'local']).default('public'),
    }),
    z.object({ command: z.string(), notes: z.array(takeAlongNoteSchema) }),
  ),
  /** HAR 1.2, or a zip of a folder of JSON files with what is needed to replay them in a test. */
  'deliveries.export': method(
    z.object({ ids: z.array(z.string().max(200)).min(1).max(1_000), format: z.enum(['har', 'fixtures']), mask: z.boolean().default(true) }),
    z.object({ fileId: fileIdSchema, name: z.string(), bytes: z.number().int(), notes: z.array(takeAlongNoteSchema) }),
  ),
} as const;
