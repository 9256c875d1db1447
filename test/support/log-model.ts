/**
 * The message log as one could write it with no disk in mind: what the real one must always agree with.
 * @module
 */
import type { HistoricMessage, MessageDraft, MessageLog, MessagePage } from '../../src/core/ports.ts';
import { type Conversation, type ConversationFlags, noFlags, previewLength } from '../../src/domain/conversation.ts';
import { isInOutbox, type Message, type MessageChanges } from '../../src/domain/message.ts';
import { pageOf } from './store.ts';

export type LogModel = {
  stored(message: Message, draft: MessageDraft, keys: readonly string[]): void;
  patched(id: string, changes: Pick<MessageChanges, 'status' | 'attempts' | 'failure'>): void;
  removed(id: string): void;
  flagged(conversationId: string, changes: Partial<ConversationFlags>): void;
  /** What of these is not there yet, as it is to be stored, in the order of time; the model does not have it by that. */
  notYetThere(historic: readonly HistoricMessage[]): MessageDraft[];
  readonly messages: ReadonlyMap<string, Message>;
  readonly keys: ReadonlyMap<string, string>;
  conversationIds(): string[];
  conversation(id: string): Conversation | undefined;
  thread(conversationId: string): Message[];
};

export function createLogModel(): LogModel {
  const messages = new Map<string, Message>();
  const keys = new Map<string, string>();
  const flags = new Map<string, ConversationFlags>();
  const owners = new Map<string, { lineId: string; peer: string; emptiedAt: number }>();

  const thread = (conversationId: string): Message[] =>
    [...messages.values()]
      .filter((message) => message.conversationId === conversationId)
      .sort((one, other) => one.sequence - other.sequence);

  return {
    messages,
    keys,
    thread,
    stored(message, draft, known) {
      messages.set(message.id, { ...draft, id: message.id, sequence: message.sequence, conversationId: message.conversationId });
      for (const key of known) keys.set(key, message.id);
      const { lineId, peer } = draft;
      const emptiedAt = Math.max(message.sequence, owners.get(message.conversationId)?.emptiedAt ?? message.sequence);
      owners.set(message.conversationId, { lineId, peer, emptiedAt });
    },
    patched(id, changes) {
      const message = messages.get(id);
      if (message === undefined) return;
      const { failure, status = message.status, attempts = message.attempts } = changes;
      const { failure: former, ...rest } = { ...message, status, ...(attempts !== undefined && { attempts }) };
      const next = failure === undefined ? former : failure;
      messages.set(id, next === null || next === undefined ? rest : { ...rest, failure: next });
    },
    removed(id) {
      const message = messages.get(id);
      messages.delete(id);
      const owner = message && owners.get(message.conversationId);
      if (message && owner && thread(message.conversationId).length === 0) owner.emptiedAt = message.sequence;
    },
    flagged(conversationId, changes) {
      flags.set(conversationId, { ...(flags.get(conversationId) ?? noFlags), ...changes });
    },
    notYetThere(historic) {
      const fresh: HistoricMessage[] = [];
      const inOrder = [...historic].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
      for (const message of inOrder) {
        const isStored = [...messages.values()].some((stored) => isSame({ ...stored, sourceId: stored.id }, message, false));
        if (!isStored && !fresh.some((other) => isSame(other, message, true))) fresh.push(message);
      }
      return fresh.map(({ sourceId: _of, ...draft }) => ({ ...draft, imported: true }));
    },
    conversationIds: () => [...owners.keys()],
    conversation(id) {
      const owner = owners.get(id);
      if (owner === undefined) return undefined;
      const own = thread(id);
      const last = own.at(-1);
      const set = flags.get(id) ?? noFlags;
      return {
        ...set,
        id,
        lineId: owner.lineId,
        peer: owner.peer,
        count: own.length,
        unread: own.filter((message) => message.direction === 'inbound' && message.sequence > set.readUpTo).length,
        lastSequence: last?.sequence ?? owner.emptiedAt,
        lastMessage: last
          ? {
              id: last.id,
              direction: last.direction,
              body: last.body.slice(0, previewLength),
              mediaCount: last.media?.length ?? 0,
              at: last.at,
              status: last.status,
            }
          : null,
      };
    },
  };
}

/** In one file texts with ids of their own are as many as their ids; what is stored may have come here without its id. */
function isSame(one: HistoricMessage, other: HistoricMessage, inOneFile: boolean): boolean {
  if (one.lineId !== other.lineId || one.peer !== other.peer) return false;
  if (isSameKey(one.sourceId, other.sourceId) || isSameKey(one.providerId, other.providerId)) return true;
  if (areTwo(one.providerId, other.providerId) || (inOneFile && areTwo(one.sourceId, other.sourceId))) return false;
  const isAlike = one.direction === other.direction && one.body === other.body && one.media?.length === other.media?.length;
  const isOneSecond = one.at.slice(0, 19) === other.at.slice(0, 19);
  const isOneTime = one.at === other.at || (isOneSecond && (one.at.endsWith('.000Z') || other.at.endsWith('.000Z')));
  return isAlike && isOneTime;
}

function isSameKey(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

function areTwo(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Everything a log says, in one value that can be compared. */
export async function everythingIn(log: MessageLog, conversationIds: readonly string[]): Promise<unknown> {
  const threads: Record<string, Message[]> = {};
  for (const conversationId of conversationIds) threads[conversationId] = await wholeThread(log, conversationId);
  const listed: Conversation[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<MessageLog['conversations']> = log.conversations({ limit: 3, ...(cursor !== null && { cursor }) });
    listed.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return {
    threads,
    listed,
    known: conversationIds.map((id) => log.conversation(id)),
    totals: log.totals(),
    outbox: log.outbox(),
  };
}

/** The same of the model. */
export function everythingExpected(model: LogModel): unknown {
  const ids = model.conversationIds();
  const known = ids.map((id) => model.conversation(id));
  const listed = known
    .flatMap((conversation) => conversation ?? [])
    .filter(({ count, draft }) => count > 0 || draft !== '')
    .sort(asListed);
  return {
    threads: Object.fromEntries(ids.map((id) => [id, model.thread(id)])),
    listed,
    known,
    totals: {
      messages: model.messages.size,
      conversations: listed.length,
      unread: known.reduce(
        (sum, conversation) => sum + (conversation?.muted || conversation?.blocked ? 0 : (conversation?.unread ?? 0)),
        0,
      ),
    },
    outbox: [...model.messages.values()].filter(isInOutbox).sort((one, other) => one.sequence - other.sequence),
  };
}

/** Pinned ones first, newest first; the id decides between equals. */
function asListed(one: Conversation, other: Conversation): number {
  return Number(other.pinned) - Number(one.pinned) || other.lastSequence - one.lastSequence || (other.id < one.id ? -1 : 1);
}

async function wholeThread(log: MessageLog, conversationId: string): Promise<Message[]> {
  const messages: Message[] = [];
  let before: string | null = null;
  do {
    const page: MessagePage = await pageOf(log, { conversationId, limit: 7, ...(before !== null && { before }) });
    messages.unshift(...page.items);
    before = page.nextBefore;
  } while (before !== null);
  return messages;
}
