/**
 * Search as a part of the inbox.
 * @module
 */
import { ok } from '../../domain/result.ts';
import type { Ground, Part } from '../ground.ts';
import { createFindConversations } from './conversations.ts';
import { search } from './search.ts';

export function createSearch({ indexing, messages, lines, lists, names, clock }: Ground): Part<'search.query'> {
  const findConversations = createFindConversations({ messages, lines, contactOf: lists.contactOf, region: names.region, clock });
  return {
    handlers: {
      'search.query': async (query) => ok(await search({ indexing, messages, findConversations, clock }, query)),
    },
    start: indexing.start,
    close: indexing.close,
  };
}
