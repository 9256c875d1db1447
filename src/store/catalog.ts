/**
 * All conversations in memory, in the order the list shows them, with their totals kept as they change.
 * @module
 */
import type { Conversation } from '../domain/conversation.ts';
import { isListed, type Row, toConversation } from './row.ts';

export type ConversationQuery = { lineId?: string; archived?: boolean; cursor?: string; limit: number };

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

export function createCatalog(): Catalog {
  const byId = new Map<string, Row>();
  /** By last sequence, ascending: the conversation that changes is nearly always among the last. */
  let ordered: Row[] = [];
  const pinned = new Set<Row>();
  const totals = { messages: 0, conversations: 0, unread: 0 };

  const count = (row: Row, sign: 1 | -1): void => {
    totals.messages += sign * row.count;
    totals.unread += sign * row.unread;
    if (isListed(row)) totals.conversations += sign;
  };
  const place = (row: Row): void => {
    const last = ordered.at(-1);
    if (last === undefined || last.lastSequence < row.lastSequence) ordered.push(row);
    else ordered.splice(firstAtLeast(ordered, row.lastSequence), 0, row);
  };
  const displace = (row: Row): void => {
    const index = ordered.indexOf(row, firstAtLeast(ordered, row.lastSequence));
    if (index === -1) throw new Error(`Conversation ${row.id} is not where its last sequence says`);
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
      ordered = [...byId.values()].sort((one, other) => one.lastSequence - other.lastSequence);
    },
    change(row, changes) {
      count(row, -1);
      const moves = changes.lastSequence !== undefined && changes.lastSequence !== row.lastSequence;
      if (moves) displace(row);
      Object.assign(row, changes);
      if (moves) place(row);
      if (row.flags.pinned) pinned.add(row);
      else pinned.delete(row);
      count(row, 1);
    },
    list({ lineId, archived, cursor, limit }) {
      const wanted = (row: Row): boolean =>
        isListed(row) && (lineId === undefined || row.lineId === lineId) && (archived === undefined || row.flags.archived === archived);
      const from = parseCursor(cursor);
      const items: Row[] = [];
      if (from.pinned) {
        const candidates = [...pinned].filter((row) => row.lastSequence < from.before && wanted(row));
        items.push(...candidates.sort((one, other) => other.lastSequence - one.lastSequence));
      }
      const before = from.pinned ? Number.POSITIVE_INFINITY : from.before;
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

/** The first index whose row has at least this last sequence. */
function firstAtLeast(rows: readonly Row[], sequence: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.lastSequence ?? 0) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `p` while among the pinned ones, `n` after them, and the last sequence of the last conversation of the page. */
function formatCursor(row: Row): string {
  return `${row.flags.pinned ? 'p' : 'n'}${row.lastSequence}`;
}

function parseCursor(cursor: string | undefined): { pinned: boolean; before: number } {
  const match = /^([pn])(-?\d{1,16})$/.exec(cursor ?? '');
  if (match === null) return { pinned: true, before: Number.POSITIVE_INFINITY };
  return { pinned: match[1] === 'p', before: Number(match[2]) };
}
