/**
 * Setting something on many conversations in one step, in a way that can be taken back exactly: what was set before, of
 * what changed and nothing else, is answered and can be given back.
 * @module
 */
import type { ConversationBefore, ConversationChanges } from '../contract/methods/conversations.ts';
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import { ok } from '../domain/result.ts';
import { createSetFlags, readUpToFor } from './conversation-flags.ts';
import type { Ground, Part } from './ground.ts';
import { allInLane } from './lane-list.ts';
import type { MessageLog } from './ports.ts';

type Flags = ConversationBefore['flags'];

export function createBulk({
  messages,
  lanes,
  announcer,
}: Pick<Ground, 'messages' | 'lanes' | 'announcer'>): Part<'conversations.updateMany' | 'conversations.restore'> {
  const flag = createSetFlags({ messages, announcer });

  const change = async (conversation: Conversation, changes: ConversationChanges): Promise<ConversationBefore[]> => {
    const wanted = await flagsAfter(messages, conversation, changes);
    const different = differences(conversation, wanted);
    if (different.length === 0) return [];
    await flag(conversation.id, wanted);
    const flags: Flags = Object.fromEntries(different.map((name) => [name, conversation[name]]));
    return [{ id: conversation.id, flags }];
  };

  return {
    handlers: {
      'conversations.updateMany': async ({ of, changes }) => {
        const chosen =
          'lane' in of ? allInLane(messages, lanes.context(), of.lane) : of.ids.flatMap((id) => messages.conversation(id) ?? []);
        // At once: all of them share one write to the disk.
        const before = await Promise.all(chosen.map((conversation) => change(conversation, changes)));
        return ok({ before: before.flat() });
      },
      'conversations.restore': async ({ before }) => {
        await Promise.all(before.map(({ id, flags }) => flag(id, withoutUndefined(flags))));
        return ok({});
      },
    },
  };
}

/** What a change makes of a conversation's flags. */
async function flagsAfter(
  messages: MessageLog,
  conversation: Conversation,
  changes: ConversationChanges,
): Promise<Partial<ConversationFlags>> {
  const { read, addTags = [], removeTags = [], ...rest } = changes;
  const tags = [...new Set([...conversation.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)).slice(0, mostTags);
  return {
    ...withoutUndefined(rest),
    ...(addTags.length + removeTags.length > 0 && { tags }),
    // Whoever is told apart as muted for good is so until the user says otherwise.
    ...(rest.muted !== undefined && rest.mutedUntil === undefined && { mutedUntil: null }),
    ...(read !== undefined && needsMarking(conversation, read) && { readUpTo: await readUpToFor(messages, conversation, read) }),
  };
}

/** As many as a conversation may have. */
const mostTags = 20;

function needsMarking({ unread }: Conversation, read: boolean): boolean {
  return read ? unread > 0 : unread === 0;
}

function differences(conversation: Conversation, wanted: Partial<ConversationFlags>): (keyof Flags)[] {
  const names = Object.keys(wanted) as (keyof Flags)[];
  return names.filter((name) => JSON.stringify(conversation[name]) !== JSON.stringify(wanted[name]));
}

type Given<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** Parsed inputs hold `undefined` for what was not given; the log leaves it as it is. */
function withoutUndefined<Value extends object>(value: Value): Given<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Given<Value>;
}
