/**
 * What the last checkpoint left: how far each part of the index is, so that an older one is noticed, and the number that
 * no operation had yet.
 * @module
 */
import { z } from 'zod';

export const manifestSchema = z.object({
  next: z.number().int().nonnegative(),
  /** By shard: operations up to this number are in its segments. */
  shards: z.record(z.string(), z.number().int()),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

export const firstManifest: Manifest = { next: 0, shards: {} };
