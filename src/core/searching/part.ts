/**
 * Search as a part of the inbox.
 * @module
 */
import { ok } from '../../domain/result.ts';
import type { Ground, Part } from '../ground.ts';
import { search } from './search.ts';

export function createSearch({ indexing, messages, lines, names, clock }: Ground): Part<'search.query'> {
  return {
    handlers: {
      'search.query': async (query) => ok(await search({ indexing, messages, lines, nameOf: names.nameOf, clock }, query)),
    },
    start: indexing.start,
    close: indexing.close,
  };
}
