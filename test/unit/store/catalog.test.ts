import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConversationQuery, InvalidCursor } from '../../../src/core/ports.ts';
import { type Conversation, noFlags } from '../../../src/domain/conversation.ts';
import { createCatalog } from '../../../src/store/catalog.ts';
import { newRow, type Row, toConversation } from '../../../src/store/row.ts';

const rowArbitrary = fc.record({
  line: fc.nat(2),
  pinned: fc.boolean(),
  archived: fc.boolean(),
  count: fc.nat(3),
  draft: fc.constantFrom('', 'Hm'),
  muted: fc.boolean(),
  blocked: fc.boolean(),
});

const rowsArbitrary = fc.array(rowArbitrary, { maxLength: 40 }).map((specs) =>
  specs.map(
    ({ line, count, ...flags }, index): Row => ({
      ...newRow({ conversationId: `c_${index}`, lineId: `l_${line}`, peer: String(index) }),
      count,
      // Imported conversations may end at the same moment.
      lastSequence: index < 6 ? -5_000_000_000_000_000 : index * 3,
      unread: count,
      flags: { ...noFlags, ...flags },
    }),
  ),
);

type Query = Pick<ConversationQuery, 'lineId' | 'archived' | 'where'>;

const wanted = (rows: readonly Row[], query: Query): string[] =>
  rows
    .filter(({ count, flags }) => count > 0 || flags.draft !== '')
    .filter((row) => query.lineId === undefined || row.lineId === query.lineId)
    .filter((row) => query.archived === undefined || row.flags.archived === query.archived)
    .filter((row) => query.where === undefined || query.where(toConversation(row)))
    .sort(
      (one, other) =>
        Number(other.flags.pinned) - Number(one.flags.pinned) || other.lastSequence - one.lastSequence || (other.id < one.id ? -1 : 1),
    )
    .map(({ id }) => id);

const isEven = ({ peer }: Conversation): boolean => Number(peer) % 2 === 0;

describe('the list of conversations', () => {
  it('pages through all that match, pinned ones first, then newest first, each exactly once', () => {
    const filter = fc.record(
      { lineId: fc.constantFrom('l_0', 'l_1'), archived: fc.boolean(), where: fc.constant(isEven) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(rowsArbitrary, filter, fc.integer({ min: 1, max: 9 }), (rows, query, limit) => {
        const catalog = createCatalog();
        for (const row of rows) catalog.add(row);
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: ReturnType<typeof catalog.list> = catalog.list({ ...query, limit, ...(cursor !== null && { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(wanted(rows, query));
      }),
    );
  });

  it('does not move the next page when a conversation rises to the top in between', () => {
    const catalog = createCatalog();
    const rows = Array.from({ length: 6 }, (_, index) => ({
      ...newRow({ conversationId: `c_${index}`, lineId: 'l', peer: String(index) }),
      count: 1,
      lastSequence: index,
    }));
    catalog.addAll(rows);
    const first = catalog.list({ limit: 2 });
    const [oldest] = rows;
    if (oldest !== undefined) catalog.change(oldest, { lastSequence: 10, count: 2 });
    const second = catalog.list({ limit: 2, ...(first.nextCursor !== null && { cursor: first.nextCursor }) });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['c_5', 'c_4', 'c_3', 'c_2']);
    expect(catalog.list({ limit: 1 }).items[0]?.id).toBe('c_0');
  });

  it('refuses to go on from what was never the end of a page', () => {
    const catalog = createCatalog();
    for (const cursor of ['', 'x', 'n12', 'p-3.', 'n1.5.c_1', 'n1.d_1'])
      expect(() => catalog.list({ cursor, limit: 2 })).toThrow(InvalidCursor);
    expect(catalog.list({ cursor: 'n12.c_gone', limit: 2 })).toEqual({ items: [], nextCursor: null });
  });

  it('counts what is unread in conversations that are neither muted nor blocked', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const catalog = createCatalog();
        catalog.addAll(rows);
        const heard = (row: Row): boolean => !row.flags.muted && !row.flags.blocked;
        const sum = (): number => rows.filter(heard).reduce((total, row) => total + row.unread, 0);
        expect(catalog.totals().unread).toBe(sum());
        for (const row of rows) catalog.change(row, { flags: { ...row.flags, muted: !row.flags.muted }, unread: row.unread + 1 });
        expect(catalog.totals().unread).toBe(sum());
      }),
    );
  });
});
