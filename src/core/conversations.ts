/**
 * The contract's `conversations.*`.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import { createSetFlags, readUpToFor } from './conversation-flags.ts';
import { type ConversationPage, listConversations } from './lane-list.ts';
import type { Lanes } from './lanes.ts';
import { InvalidCursor, type MessageLog } from './ports.ts';
import type { Announcer } from './state.ts';

type Dependencies = { readonly messages: MessageLog; readonly announcer: Announcer; readonly lanes: Lanes };

type ConversationHandlers = Pick<Handlers, 'conversations.list' | 'conversations.get' | 'conversations.update' | 'conversations.markRead'>;

export function createConversationHandlers(dependencies: Dependencies): ConversationHandlers {
  const { messages, announcer, lanes } = dependencies;
  const flag = createSetFlags({ messages, announcer });

  return {
    'conversations.list': async (query) => listed(() => listConversations(messages, lanes.context(), withoutUndefined(query))),
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
      const readUpTo = await readUpToFor(messages, known, read);
      if (readUpTo === known.readUpTo) return ok(known);
      const conversation = await flag(id, { readUpTo });
      return conversation === undefined ? refuse('not-found') : ok(conversation);
    },
  };
}

function listed(list: () => ConversationPage): Answered<ConversationPage> {
  try {
    return ok(list());
  } catch (error) {
    if (error instanceof InvalidCursor) return refuse('invalid-input', { fields: { cursor: error.message } });
    throw error;
  }
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Parsed inputs hold `undefined` for what was not given; the store's queries leave it out. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}
