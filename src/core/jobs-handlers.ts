/**
 * The contract's `jobs.*`.
 * @module
 */
import { refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import type { Jobs } from './jobs.ts';

export function createJobHandlers({ jobs }: { readonly jobs: Jobs }): Pick<Handlers, 'jobs.cancel' | 'jobs.dismiss'> {
  return {
    'jobs.cancel': async ({ id }) => (jobs.cancel(id) ? ok({ id }) : refuse('not-found')),
    'jobs.dismiss': async ({ id }) => (jobs.dismiss(id) ? ok({ id }) : refuse('not-found')),
  };
}
