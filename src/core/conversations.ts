/**
 * The contract's `conversations.*` and `search.query`.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import { ok } from '../domain/result.ts';
import { type ConversationQuery, InvalidCursor, type MessageLog } from './ports.ts';
import { type SearchDependencies, search } from './search.ts';
import type { Announcer } from './state.ts';

type Dependencies = SearchDependencies & { readonly messages: MessageLog; readonly announcer: Announcer };

type ConversationHandlers = Pick<
  Handlers,
  'conversations.list' | 'conversations.get' | 'conversations.update' | 'conversations.markRead' | 'search.query'
>;

export function createConversationHandlers(dependencies: Dependencies): ConversationHandlers {
  const { messages, announcer } = dependencies;

  const flag = async (id: string, changes: Partial<ConversationFlags>): Promise<Conversation | undefined> => {
    const conversation = await messages.flag(id, changes);
    if (conversation !== undefined) announcer.change({ kind: 'conversation', conversation }, { kind: 'totals', totals: messages.totals() });
    return conversation;
  };

  return {
    'conversations.list': async (query) => listed(messages, withoutUndefined(query)),
    'conversations.get': async ({ id }) => {
      const conversation = messages.conversation(id);
      return conversation === undefined ? refuse('not-found') : ok(conversation);
    },
    'conversations.update': async ({ id, ...changes }) => {
      const conversation = await flag(id, withoutUndefined(changes));
      return conversation === undefined ? refuse('not-found') : ok(conversation);
    },
    'conversations.markRead': async ({ id, read }) => {
      const known = messages.conversation(id);
      if (known === undefined) return refuse('not-found');
      const readUpTo = read ? known.lastSequence : await beforeLastInbound(messages, known);
      if (readUpTo === known.readUpTo) return ok(known);
      const conversation = await flag(id, { readUpTo });
      if (conversation === undefined) return refuse('not-found');
      if (read) announcer.announce({ kind: 'read', conversationId: id });
      return ok(conversation);
    },
    'search.query': async (query) => ok(await search(dependencies, query)),
  };
}

function listed(messages: MessageLog, query: ConversationQuery): Answered<ReturnType<MessageLog['conversations']>> {
  try {
    return ok(messages.conversations(query));
  } catch (error) {
    if (error instanceof InvalidCursor) return refuse('invalid-input', { fields: { cursor: error.message } });
    throw error;
  }
}

/** Marking unread leaves the last inbound text unread; a conversation without one on its last page stays as it is. */
async function beforeLastInbound(messages: MessageLog, { id, readUpTo }: Conversation): Promise<number> {
  const page = await messages.page({ conversationId: id, limit: 50 });
  const last = page?.items.findLast((message) => message.direction === 'inbound');
  return last === undefined ? readUpTo : Math.min(readUpTo, last.sequence - 1);
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Parsed inputs hold `undefined` for what was not given; the store's queries leave it out. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
