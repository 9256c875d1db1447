/**
 * `jobs.*`: stopping and forgetting what takes long.
 * @module
 */
import { id, method } from './method.ts';

export const jobsMethods = {
  'jobs.cancel': method(id, id),
  /** Forgets a job that is over. */
  'jobs.dismiss': method(id, id),
} as const;
