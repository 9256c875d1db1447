/**
 * All conversations in memory, in the order the list shows them, with their totals kept as they change.
 * @module
 */
import { type ConversationQuery, InvalidCursor } from '../core/ports.ts';
import type { Conversation } from '../domain/conversation.ts';
import { isListed, type Row, toConversation } from './row.ts';

export type Catalog = {
  get(conversationId: string): Row | undefined;
  rows(): Iterable<Row>;
  /** Newest first. */
  newestFirst(): readonly Row[];
  add(row: Row): void;
  /** Adds many at once, in any order. */
  addAll(rows: readonly Row[]): void;
  /** Changes a row; order and totals follow. */
  change(row: Row, changes: Partial<Row>): void;
  list(query: ConversationQuery): { items: Conversation[]; nextCursor: string | null };
  totals(): { messages: number; conversations: number; unread: number };
};

/** Where a conversation is in the list. Only conversations of imported messages can have the same last sequence. */
type Place = { readonly sequence: number; readonly id: string };

export function createCatalog(): Catalog {
  const byId = new Map<string, Row>();
  /** Oldest first: the conversation that changes is nearly always among the last. */
  let ordered: Row[] = [];
  const pinned = new Set<Row>();
  const totals = { messages: 0, conversations: 0, unread: 0 };

  const count = (row: Row, sign: 1 | -1): void => {
    totals.messages += sign * row.count;
    if (!row.flags.muted && !row.flags.blocked) totals.unread += sign * row.unread;
    if (isListed(row)) totals.conversations += sign;
  };
  const place = (row: Row): void => {
    const last = ordered.at(-1);
    if (last === undefined || compare(last, placeOfRow(row)) < 0) ordered.push(row);
    else ordered.splice(firstAtLeast(ordered, placeOfRow(row)), 0, row);
  };
  const displace = (row: Row): void => {
    const index = firstAtLeast(ordered, placeOfRow(row));
    if (ordered[index] !== row) throw new Error(`Conversation ${row.id} is not where its last sequence says`);
    ordered.splice(index, 1);
  };
  const enter = (row: Row): void => {
    byId.set(row.id, row);
    if (row.flags.pinned) pinned.add(row);
    count(row, 1);
  };

  return {
    get: (conversationId) => byId.get(conversationId),
    rows: () => byId.values(),
    newestFirst: () => ordered.toReversed(),
    add(row) {
      enter(row);
      place(row);
    },
    addAll(rows) {
      for (const row of rows) enter(row);
      ordered = [...byId.values()].sort((one, other) => compare(one, placeOfRow(other)));
    },
    change(row, changes) {
      count(row, -1);
      const moves = changes.lastSequence !== undefined && changes.lastSequence !== row.lastSequence;
      if (moves) displace(row);
      if (changes.lastMessage !== undefined) row.newest = undefined;
      Object.assign(row, changes);
      if (moves) place(row);
      if (row.flags.pinned) pinned.add(row);
      else pinned.delete(row);
      count(row, 1);
    },
    list({ lineId, archived, where, cursor, limit }) {
      const wanted = (row: Row): boolean =>
        isListed(row) &&
        (lineId === undefined || row.lineId === lineId) &&
        (archived === undefined || row.flags.archived === archived) &&
        (where === undefined || where(toConversation(row)));
      const from = cursor === undefined ? theBeginning : parseCursor(cursor);
      const items: Row[] = [];
      if (from.pinned) {
        const candidates = [...pinned].filter((row) => compare(row, from.before) < 0 && wanted(row));
        items.push(...candidates.sort((one, other) => compare(other, placeOfRow(one))));
      }
      const before = from.pinned ? theBeginning.before : from.before;
      for (let index = firstAtLeast(ordered, before) - 1; index >= 0 && items.length <= limit; index -= 1) {
        const row = ordered[index];
        if (row !== undefined && !row.flags.pinned && wanted(row)) items.push(row);
      }
      const page = items.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = items.length > limit && last !== undefined ? formatCursor(last) : null;
      return { items: page.map(toConversation), nextCursor };
    },
    totals: () => ({ ...totals }),
  };
}

function placeOfRow({ lastSequence, id }: Row): Place {
  return { sequence: lastSequence, id };
}

/** Less than zero when the row stands before that place. */
function compare({ lastSequence, id }: Row, place: Place): number {
  if (lastSequence !== place.sequence) return lastSequence - place.sequence;
  if (id === place.id) return 0;
  return id < place.id ? -1 : 1;
}

/** The first index whose row is at this place or after it. */
function firstAtLeast(rows: readonly Row[], place: Place): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && compare(row, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const theBeginning = { pinned: true, before: { sequence: Number.POSITIVE_INFINITY, id: '' } } as const;

/** `p` while among the pinned ones, `n` after them, and the place of the last conversation of the page. */
function formatCursor(row: Row): string {
  return `${row.flags.pinned ? 'p' : 'n'}${row.lastSequence}.${row.id}`;
}

function parseCursor(cursor: string): { readonly pinned: boolean; readonly before: Place } {
  const match = /^([pn])(-?\d{1,16})\.(c_[A-Za-z0-9_-]{1,16})$/.exec(cursor);
  if (match?.[2] === undefined || match[3] === undefined) throw new InvalidCursor('The list cannot go on from there');
  return { pinned: match[1] === 'p', before: { sequence: Number(match[2]), id: match[3] } };
}
