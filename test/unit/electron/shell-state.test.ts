import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromSnapshot, recentCount, withPatch } from '../../../electron/shell-state.ts';
import type { Change } from '../../../src/contract/state.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { aConversation, aLine, aSnapshot, aTunnel } from './builders.ts';

const patch = (revision: number, ...changes: Change[]) => ({ kind: 'patch' as const, revision, changes });

test('each kind of change shows in the state, others leave it alone', () => {
  let state = fromSnapshot(aSnapshot({ revision: 7, lines: [aLine({ id: 'l_1', label: 'Old' })] }));
  const settings = settingsSchema.parse({ startAtLogin: true });
  const next = withPatch(
    state,
    patch(
      8,
      { kind: 'totals', totals: { messages: 9, conversations: 2, unread: 4 } },
      { kind: 'tunnel', tunnel: aTunnel({ reception: 'receiving' }) },
      { kind: 'line', line: aLine({ id: 'l_1', label: 'New' }) },
      { kind: 'line', line: aLine({ id: 'l_2' }) },
      { kind: 'settings', settings },
      { kind: 'message-removed', id: 'm_1', conversationId: 'c_1' },
    ),
  );
  if (next === undefined) throw new Error('There was no gap');
  state = next;
  expect(state).toMatchObject({ revision: 8, unread: 4, tunnel: { reception: 'receiving' }, settings: { startAtLogin: true } });
  expect(state.lines.map(({ id, label }) => [id, label])).toEqual([
    ['l_1', 'New'],
    ['l_2', 'Practice'],
  ]);
});

test('a patch that was in the snapshot already changes nothing, one that is missing asks for a new snapshot', () => {
  const state = fromSnapshot(aSnapshot({ revision: 7 }));
  const change: Change = { kind: 'totals', totals: { messages: 1, conversations: 1, unread: 1 } };
  expect(withPatch(state, patch(7, change))).toBe(state);
  expect(withPatch(state, patch(9, change))).toBeUndefined();
});

test('the newest conversations are kept in order, whatever happens to them', () => {
  const conversation = fc.record({
    id: fc.constantFrom('c_1', 'c_2', 'c_3', 'c_4', 'c_5', 'c_6', 'c_7', 'c_8'),
    lastSequence: fc.nat(50),
    archived: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(conversation), (changes) => {
      const last = new Map<string, (typeof changes)[number]>();
      let state = fromSnapshot(aSnapshot());
      changes.forEach((change, index) => {
        last.set(change.id, change);
        state = withPatch(state, patch(index + 1, { kind: 'conversation', conversation: aConversation(change) })) ?? state;
      });
      expect(state.recent.length).toBeLessThanOrEqual(recentCount);
      const sequences = state.recent.map(({ lastSequence }) => lastSequence);
      expect(sequences).toEqual([...sequences].sort((one, other) => other - one));
      for (const { id, lastSequence, archived } of state.recent) expect(last.get(id)).toEqual({ id, lastSequence, archived });
    }),
  );
});

test('a removed conversation is not offered any more', () => {
  const items = [aConversation({ id: 'c_1', lastSequence: 1 }), aConversation({ id: 'c_2', lastSequence: 2 })];
  const state = fromSnapshot(aSnapshot({ conversations: { items, nextCursor: null } }));
  expect(state.recent.map(({ id }) => id)).toEqual(['c_2', 'c_1']);
  expect(withPatch(state, patch(1, { kind: 'conversation-removed', id: 'c_2' }))?.recent.map(({ id }) => id)).toEqual(['c_1']);
});

test('contacts follow the core: whoever is new, changed or gone', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const contact = (id: string, name: string, address: string) => ({
    id,
    name,
    note: '',
    addresses: [{ address }],
    createdAt: at,
    updatedAt: at,
  });
  const [one, two] = [contact('a', 'One', '+12025550101'), contact('b', 'Two', '+12025550102')];
  const state = fromSnapshot(aSnapshot({ contacts: [one, two] }));
  expect(state.contactsByAddress.get('+12025550101')?.name).toBe('One');
  const changed = contact('b', 'Second', '+12025550103');
  const next = withPatch(state, { kind: 'patch', revision: 1, changes: [{ kind: 'contacts', changed: [changed], removed: ['a'] }] });
  expect(next?.contacts).toEqual([changed]);
  expect([...(next?.contactsByAddress.keys() ?? [])]).toEqual(['+12025550103']);
});
