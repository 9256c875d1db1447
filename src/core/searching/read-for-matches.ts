/**
 * Search without an index: goes through the log, newest conversations first, until there are enough or the time is up.
 * @module
 */
import { holdsAll } from '../../domain/search-query.ts';
import { foldText } from '../../domain/search-text.ts';
import type { Clock, IndexAnswer, IndexedMessage, IndexQuery, MessageLog } from '../ports.ts';
import { indexed } from './indexed.ts';

const patienceMs = 2_000;

/** There is no second page of it: `nextBefore` is always `null`. */
export async function readForMatches(
  { messages, clock }: { readonly messages: Pick<MessageLog, 'scan'>; readonly clock: Clock },
  query: IndexQuery,
): Promise<IndexAnswer> {
  const deadline = clock.monotonic() + patienceMs;
  const hits: IndexedMessage[] = [];
  let timeIsUp = false;
  for await (const stored of messages.scan()) {
    timeIsUp = clock.monotonic() > deadline;
    if (timeIsUp || hits.length >= query.limit) break;
    const message = indexed(stored);
    if (passes(message, query) && holdsAll(foldText(message.body), query.terms)) hits.push(message);
  }
  hits.sort((one, other) => other.sequence - one.sequence);
  return { hits, nextBefore: null, timeIsUp, superseded: false };
}

function passes(message: IndexedMessage, { lineId, direction, from, to, hasMedia, before }: IndexQuery): boolean {
  const at = Date.parse(message.at);
  return (
    (lineId === undefined || message.lineId === lineId) &&
    (direction === undefined || message.direction === direction) &&
    (from === undefined || at >= from) &&
    (to === undefined || at < to) &&
    (hasMedia === undefined || message.hasMedia === hasMedia) &&
    (before === undefined || message.sequence < before)
  );
}
