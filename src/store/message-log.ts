/**
 * The message log as the core sees it. Everything that changes it goes through the journal first; memory follows when
 * the disk has it.
 * @module
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Appended, Clock, Logger, MessageDraft, MessageLog, StoreHealth } from '../core/ports.ts';
import { StoreUnavailable } from '../core/ports.ts';
import type { Conversation, ConversationFlags } from '../domain/conversation.ts';
import type { Message, MessageChanges } from '../domain/message.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { HistoryImport } from './history/import-history.ts';
import type { Journal } from './journal.ts';
import { hashKey } from './key-chunk.ts';
import type { KeyIndex } from './key-index.ts';
import { countFlags, countPatch, countPut, countRemove, type LogState, rowFor, whileCounting } from './log-state.ts';
import { conversationIdOf, messageIdOf, placeOf } from './message-ids.ts';
import { createKeyedMutex } from './mutex.ts';
import { definedOnly, type Operation, withChanges } from './operations.ts';
import type { Reader } from './reader.ts';
import { isListed, isUnread, lastMessageOf, previewOf, type Row, toConversation } from './row.ts';
import { createSealer } from './sealer.ts';
import type { SetAside } from './set-aside.ts';
import { addToTail } from './tail.ts';

type Dependencies = {
  readonly state: LogState;
  readonly journal: Journal;
  readonly keys: KeyIndex;
  readonly reader: Reader;
  readonly checkpoint: Checkpoint;
  readonly history: HistoryImport;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly health: { readonly writable: boolean; readonly since: number };
  readonly setAside: SetAside;
  readonly listeners: Set<() => void>;
  readonly sealAfter: number;
};

export function createMessageLog(dependencies: Dependencies): { messages: MessageLog; onCommit: () => void } {
  const { state, journal, keys, reader, history, setAside, listeners } = dependencies;
  const sealer = createSealer(dependencies);
  const oneAtATime = createKeyedMutex();
  let closed = false;

  const mustBeOpen = (): void => {
    if (closed) throw new StoreUnavailable('The store is closed');
  };
  const take = (operation: Operation, n: number): void => {
    state.applied = n;
    addToTail(state.active, operation);
  };
  const remember = (hashed: readonly string[], id: string, n: number): void => {
    keys.add(hashed, id);
    for (const key of hashed) state.active.keys.push({ key, id, n });
  };

  const put = (draft: MessageDraft, hashed: readonly string[]): Promise<Message> => {
    const sequence = state.next;
    state.next += 1;
    const conversationId = conversationIdOf(draft.lineId, draft.peer);
    const message: Message = { id: messageIdOf(conversationId, sequence), sequence, conversationId, ...draft };
    const operation: Operation = hashed.length === 0 ? { op: 'put', message } : { op: 'put', message, keys: hashed };
    return journal.submit(operation, () => {
      take(operation, sequence);
      remember(hashed, message.id, sequence);
      countPut(state, rowFor(state, message), message);
      return message;
    });
  };

  /** A duplicate of a message that was removed is answered as what it would be: it must not come back. */
  const asKnown = async (id: string, draft: MessageDraft): Promise<Appended> => {
    const place = placeOf(id);
    const message = await get(id);
    return { kind: 'duplicate', message: message ?? { id, sequence: 0, conversationId: '', ...place, ...draft } };
  };

  const get = async (id: string): Promise<Message | undefined> => {
    mustBeOpen();
    const place = placeOf(id);
    const row = place && state.catalog.get(place.conversationId);
    return place && row && reader.find(row, place.sequence);
  };

  /** Runs with the message as it is; nothing else changes messages of its conversation meanwhile. */
  const withMessage = async <Value>(
    id: string,
    task: (row: Row, message: Message, n: () => number) => Promise<Value>,
  ): Promise<Value | undefined> => {
    mustBeOpen();
    const place = placeOf(id);
    const row = place && state.catalog.get(place.conversationId);
    if (place === undefined || row === undefined) return undefined;
    return oneAtATime(row.id, async () => {
      const message = await reader.find(row, place.sequence);
      return message === undefined ? undefined : task(row, message, nextNumber);
    });
  };
  const showLast = async (row: Row): Promise<void> => {
    const { value: last } = await reader.walk(row).next();
    if (!last || (lastMessageOf(row) !== null && row.lastSequence >= last.sequence)) return;
    state.catalog.change(row, { lastSequence: last.sequence, lastMessage: previewOf(last) });
  };
  const nextNumber = (): number => {
    const n = state.next;
    state.next += 1;
    return n;
  };

  const messages: MessageLog = {
    async append(draft, keyList) {
      mustBeOpen();
      const hashed = keyList.map(hashKey);
      const underway = keys.pending(hashed);
      if (underway !== undefined) return { kind: 'duplicate', message: await underway };
      for (const key of hashed) {
        const id = keys.idOf(key);
        if (id !== undefined) return asKnown(id, draft);
      }
      const stored = put(draft, hashed);
      keys.pend(hashed, stored);
      return { kind: 'stored', message: await stored };
    },
    patch: (id, changes: MessageChanges, keyList = []) =>
      withMessage(id, (row, message, number) => {
        const changed = withChanges(message, changes);
        const n = number();
        const hashed = keyList.map(hashKey);
        const operation: Operation = { op: 'patch', n, id, changes, ...(hashed.length > 0 && { keys: hashed }) };
        return journal.submit(operation, () => {
          take(operation, n);
          remember(hashed, id, n);
          countPatch(state, row, changed);
          return changed;
        });
      }),
    remove: (id) =>
      withMessage(id, async (row, message, number) => {
        const { segments } = row;
        const { value: previous } = await reader.walk(row, { before: message.sequence }).next();
        const n = number();
        const operation: Operation = { op: 'remove', n, id };
        const removed = await journal.submit(operation, () => {
          take(operation, n);
          countRemove(state, row, message, previous ?? undefined);
          return message;
        });
        // An import may have put something behind the previous one meanwhile.
        if (row.segments !== segments) await showLast(row);
        return removed;
      }),
    get,
    idOf: (key) => keys.idOf(hashKey(key)),
    async page({ conversationId, before, limit }) {
      mustBeOpen();
      const row = state.catalog.get(conversationId);
      const place = before === undefined ? undefined : placeOf(before);
      if (row === undefined || (before !== undefined && place?.conversationId !== conversationId)) return undefined;
      const newestFirst: Message[] = [];
      for await (const message of reader.walk(row, place === undefined ? {} : { before: place.sequence })) {
        newestFirst.push(message);
        if (newestFirst.length > limit) break;
      }
      const items = newestFirst.slice(0, limit).reverse();
      return { items, nextBefore: newestFirst.length > limit ? (items[0]?.id ?? null) : null };
    },
    conversations: (query) => state.catalog.list(query),
    *allConversations() {
      for (const row of state.catalog.newestFirst()) if (isListed(row)) yield toConversation(row);
    },
    conversation(id) {
      const row = state.catalog.get(id);
      return row && toConversation(row);
    },
    conversationId: conversationIdOf,
    async flag(conversationId, changes) {
      mustBeOpen();
      const row = state.catalog.get(conversationId);
      return row && oneAtATime(row.id, () => flagRow(row, sound(changes)));
    },
    importHistory: history.importHistory,
    totals: () => state.catalog.totals(),
    outbox: () => [...state.outbox.values()].sort((one, other) => one.sequence - other.sequence),
    async *scan() {
      mustBeOpen();
      for (const row of state.catalog.newestFirst()) {
        // A conversation that is still in memory is read without waiting for the disk: others must have their turn.
        await nextTurn();
        mustBeOpen();
        yield* reader.walk(row, { passing: true });
      }
    },
    health: (): StoreHealth => ({
      writable: dependencies.health.writable,
      since: new Date(dependencies.health.since).toISOString(),
      setAside: setAside.names(),
    }),
    onHealth(listener) {
      const tell = (): void => listener(messages.health());
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    async close() {
      if (closed) return;
      closed = true;
      await history.close();
      await sealer.close();
      await journal.close();
    },
  };

  const flagRow = (row: Row, changes: Partial<ConversationFlags>): Promise<Conversation> =>
    whileCounting(state, row, async (counter) => {
      const wanted: ConversationFlags = { ...row.flags, ...changes };
      const isSame = wanted.readUpTo === row.flags.readUpTo;
      const counted = isSame ? 0 : await reader.countUnread(row, wanted);
      const n = nextNumber();
      const operation: Operation = { op: 'flag', n, conversationId: row.id, changes };
      return journal.submit(operation, () => {
        take(operation, n);
        const since = counter.put.filter((message) => isUnread(message, wanted)).length;
        countFlags(state, row, wanted, isSame ? row.unread : counted + since);
        return toConversation(row);
      });
    });

  return { messages, onCommit: sealer.onCommit };
}

/** Imported messages are always read. */
function sound(changes: Partial<ConversationFlags>): Partial<ConversationFlags> {
  const { readUpTo, ...others } = definedOnly(changes);
  return readUpTo === undefined ? others : { ...others, readUpTo: Math.max(readUpTo, -1) };
}
