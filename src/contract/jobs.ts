/**
 * A job: something that takes long, as shown while it runs and after.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from '../domain/time.ts';

export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(['inspect', 'import', 'export', 'contacts-import', 'search-index']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** How far it is; `total` is null while nobody knows. */
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['messages', 'bytes', 'contacts', 'conversations']),
  startedAt: instantSchema,
  /** What came of it, or why it failed, in a sentence. */
  detail: z.string().optional(),
  /** The file it made, to be saved. */
  fileId: z.string().optional(),
  fileName: z.string().optional(),
});
export type Job = Readonly<z.infer<typeof jobSchema>>;
