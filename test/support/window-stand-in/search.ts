/**
 * Search among the sample texts, with the folding and marking the core uses.
 * @module
 */
import type { Client } from '../../../src/contract/methods.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import type { Message } from '../../../src/domain/message.ts';
import { ok } from '../../../src/domain/result.ts';
import { holdsAll, marksOf, searchTerms } from '../../../src/domain/search-query.ts';
import { foldText } from '../../../src/domain/search-text.ts';

type Held = { readonly messages: () => readonly Message[]; readonly conversations: () => readonly Conversation[] };

export function createSearchAnswers({ messages, conversations }: Held): Pick<Client, 'search.query'> {
  return {
    'search.query': async ({ query = '', limit = 30, before, lineId, direction, from, to, hasMedia }) => {
      const terms = searchTerms(query);
      const found = messages()
        .filter(
          (message) =>
            (before === undefined || message.sequence < Number(before)) &&
            (lineId === undefined || message.lineId === lineId) &&
            (direction === undefined || message.direction === direction) &&
            (from === undefined || message.at >= from) &&
            (to === undefined || message.at < to) &&
            (hasMedia === undefined || (message.media !== undefined) === hasMedia) &&
            holdsAll(foldText(message.body), terms),
        )
        .sort((one, other) => other.sequence - one.sequence);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const digits = query.replace(/\D/g, '');
      return ok({
        conversations: before !== undefined || digits.length < 3 ? [] : conversations().filter(({ peer }) => peer.includes(digits)),
        messages: page.map(({ id, sequence, lineId: line, conversationId, peer, direction: way, at, body, media }) => ({
          ...{ id, sequence, lineId: line, conversationId, peer, direction: way, at, body },
          hasMedia: media !== undefined,
          marks: marksOf(body, terms).map(([start, end]): [number, number] => [start, end]),
        })),
        nextBefore: found.length > limit && last !== undefined ? String(last.sequence) : null,
        complete: true,
        superseded: false,
        index: { state: 'ready', done: 0, total: 0 },
      });
    },
  };
}
