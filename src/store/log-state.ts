/**
 * What the message log holds in memory, and how an operation that has become durable changes it.
 * @module
 */
import type { ConversationFlags } from '../domain/conversation.ts';
import { isInOutbox, type Message } from '../domain/message.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { shardOf } from './message-ids.ts';
import { isUnread, newRow, outboxWith, previewOf, type Row } from './row.ts';
import { type ConversationTail, emptyTail, type Tail } from './tail.ts';

export type Shard = {
  readonly name: string;
  /** Operations up to this number are in the segments. */
  sealed: number;
  /** Operations up to this number were counted in the rows when they were read. */
  readonly applied: number;
  /** Files to delete. */
  obsolete: string[];
  readonly rows: Row[];
};

export type Counter = { readonly put: Message[]; otherwiseChanged: boolean };

export type LogState = {
  readonly catalog: Catalog;
  readonly outbox: Map<string, Message>;
  readonly shards: Map<string, Shard>;
  active: Tail;
  /** Being written into segments. */
  frozen: Tail | undefined;
  /** The next operation's number. */
  next: number;
  /** Number of the last operation that was applied. */
  applied: number;
  /** Who is counting a conversation's messages at the moment, and what happened to it since they began. */
  readonly counters: Map<string, Set<Counter>>;
};

export function emptyState(): LogState {
  return {
    catalog: createCatalog(),
    outbox: new Map(),
    shards: new Map(),
    active: emptyTail(),
    frozen: undefined,
    next: 0,
    applied: -1,
    counters: new Map(),
  };
}

export function shardWith(state: LogState, conversationId: string): Shard {
  const name = shardOf(conversationId);
  const known = state.shards.get(name);
  if (known !== undefined) return known;
  const made: Shard = { name, sealed: -1, applied: -1, obsolete: [], rows: [] };
  state.shards.set(name, made);
  return made;
}

/** The conversation's tails, oldest first. */
export function tailsOf(state: LogState, conversationId: string): (ConversationTail | undefined)[] {
  return [state.frozen?.conversations.get(conversationId), state.active.conversations.get(conversationId)];
}

/** The conversation's row, made when it is new. */
export function rowFor(state: LogState, message: Message): Row {
  const known = state.catalog.get(message.conversationId);
  if (known !== undefined) return known;
  const row = newRow(message);
  state.catalog.add(row);
  shardWith(state, row.id).rows.push(row);
  return row;
}

export function countPut(state: LogState, row: Row, message: Message): void {
  keepOutbox(state, message);
  for (const counter of state.counters.get(row.id) ?? []) counter.put.push(message);
  state.catalog.change(row, {
    count: row.count + 1,
    unread: row.unread + (isUnread(message, row.flags) ? 1 : 0),
    lastSequence: message.sequence,
    newest: message,
    outbox: outboxWith(row.outbox, message),
  });
}

/** `message` is the message with its changes made. */
export function countPatch(state: LogState, row: Row, message: Message): void {
  noteChange(state, row);
  keepOutbox(state, message);
  const outbox = outboxWith(row.outbox, message);
  if (row.lastSequence === message.sequence) state.catalog.change(row, { outbox, lastMessage: previewOf(message) });
  else row.outbox = outbox;
}

/** `previous` is the message before the removed one: it becomes the last if the removed one was. */
export function countRemove(state: LogState, row: Row, message: Message, previous: Message | undefined): void {
  noteChange(state, row);
  state.outbox.delete(message.id);
  const wasLast = row.lastSequence === message.sequence;
  state.catalog.change(row, {
    count: row.count - 1,
    unread: row.unread - (isUnread(message, row.flags) ? 1 : 0),
    outbox: row.outbox.filter((sequence) => sequence !== message.sequence),
    ...(wasLast && previous !== undefined && { lastSequence: previous.sequence }),
    ...(wasLast && { lastMessage: previous === undefined ? null : previewOf(previous) }),
  });
}

export function countFlags(state: LogState, row: Row, flags: ConversationFlags, unread: number): void {
  noteChange(state, row);
  state.catalog.change(row, { flags, unread });
}

export function keepOutbox({ outbox }: LogState, message: Message): void {
  if (isInOutbox(message)) outbox.set(message.id, message);
  else outbox.delete(message.id);
}

/** Watches a conversation while its messages are counted. */
export async function whileCounting<Value>(state: LogState, row: Row, task: (counter: Counter) => Promise<Value>): Promise<Value> {
  const counter: Counter = { put: [], otherwiseChanged: false };
  const counters = state.counters.get(row.id) ?? new Set();
  state.counters.set(row.id, counters.add(counter));
  try {
    return await task(counter);
  } finally {
    counters.delete(counter);
    if (counters.size === 0) state.counters.delete(row.id);
  }
}

function noteChange({ counters }: LogState, { id }: Row): void {
  for (const counter of counters.get(id) ?? []) counter.otherwiseChanged = true;
}
