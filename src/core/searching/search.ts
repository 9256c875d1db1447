/**
 * The contract's `search.query`: conversations from memory, messages from the index; where there is no index, from the
 * log itself, for a bounded time.
 * @module
 */
import type { SearchHit } from '../../contract/methods/search.ts';
import type { MethodOutput, ParsedInput } from '../../contract/methods.ts';
import { excerptAround, marksOf, searchTerms } from '../../domain/search-query.ts';
import { type Clock, type IndexAnswer, type IndexedMessage, type IndexQuery, IndexUnavailable, type MessageLog } from '../ports.ts';
import type { FindConversations } from './conversations.ts';
import type { Indexing } from './indexing.ts';
import { readForMatches } from './read-for-matches.ts';

export type SearchDependencies = {
  readonly indexing: Pick<Indexing, 'state' | 'query'>;
  readonly messages: Pick<MessageLog, 'scan'>;
  readonly findConversations: FindConversations;
  readonly clock: Clock;
};

type Input = ParsedInput<'search.query'>;
type Output = MethodOutput<'search.query'>;

/** A longer text is cut around its first match, in UTF-16 units. */
const longestBody = 1_000;

export async function search(dependencies: SearchDependencies, input: Input): Promise<Output> {
  const terms = searchTerms(input.query);
  const filtered = input.direction !== undefined || input.from !== undefined || input.to !== undefined || input.hasMedia !== undefined;
  const state = dependencies.indexing.state();
  // Nothing but quotation marks: nothing is looked for yet.
  if (terms.length === 0 && (input.query !== '' || (!filtered && input.lineId === undefined))) {
    return { conversations: [], messages: [], nextBefore: null, complete: state.state === 'ready', superseded: false, index: state };
  }
  const isAboutTexts = terms.length === 0 || filtered || input.before !== undefined;
  // The index works meanwhile: it has a thread of its own.
  const [{ answer, available }, conversations] = await Promise.all([
    ask(dependencies, queryOf(input, terms)),
    isAboutTexts ? [] : dependencies.findConversations({ ...input, terms }),
  ]);
  return {
    conversations,
    messages: answer.hits.map((hit) => hitOf(hit, terms)),
    nextBefore: answer.nextBefore === null ? null : String(answer.nextBefore),
    complete: available && state.state === 'ready' && !answer.timeIsUp && !answer.superseded,
    superseded: answer.superseded,
    // It answers, so it is there; what it lacks is on its way.
    index:
      available && state.state === 'unavailable' ? { ...state, state: 'building' } : available ? state : { ...state, state: 'unavailable' },
  };
}

async function ask(dependencies: SearchDependencies, query: IndexQuery): Promise<{ answer: IndexAnswer; available: boolean }> {
  try {
    return { answer: await dependencies.indexing.query(query), available: true };
  } catch (error) {
    if (!(error instanceof IndexUnavailable)) throw error;
    return { answer: await readForMatches(dependencies, query), available: false };
  }
}

function queryOf({ lineId, direction, from, to, hasMedia, before, limit, asker }: Input, terms: readonly string[]): IndexQuery {
  return {
    terms,
    limit,
    ...(lineId !== undefined && { lineId }),
    ...(direction !== undefined && { direction }),
    ...(from !== undefined && { from: Date.parse(from) }),
    ...(to !== undefined && { to: Date.parse(to) }),
    ...(hasMedia !== undefined && { hasMedia }),
    ...(before !== undefined && { before: Number(before) }),
    ...(asker !== undefined && { asker }),
  };
}

function hitOf({ body, ...message }: IndexedMessage, terms: readonly string[]): SearchHit {
  const { text, marks } = excerptAround(body, marksOf(body, terms), longestBody);
  return { ...message, body: text, marks: marks.map(([from, to]) => [from, to]) };
}
