/**
 * A store that cannot write is an expected failure of any method, not a bug.
 * @module
 */
import { refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { StoreUnavailable } from './ports.ts';

/** The handlers, each answering `store-unavailable` where the store cannot write. */
export function saidWhenStoreFails(handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never) => {
      try {
        return await handler(input);
      } catch (error) {
        if (error instanceof StoreUnavailable) return refuse('store-unavailable');
        throw error;
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}
