import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, applyPatches, applySnapshot, withMessage } from '../../../../renderer/state/apply.ts';
import { initialState, type Thread, type WindowState } from '../../../../renderer/state/model.ts';
import type { Change, Patch } from '../../../../src/contract/state.ts';
import { aConversation, aDelivery, aLine, aMessage, aSnapshot } from '../builders.ts';

const patch = (revision: number, ...changes: Change[]): Patch => ({ kind: 'patch', revision, changes });
const thread = (changes: Partial<Thread> = {}): Thread => ({
  items: [],
  nextBefore: null,
  phase: 'ready',
  loadingOlder: false,
  failure: null,
  readUpTo: null,
  reveal: null,
  ...changes,
});
const at = (revision: number): WindowState => applySnapshot(initialState, aSnapshot(revision));

describe('patches', () => {
  test('the next ones move the mirror on', () => {
    const state = applyPatches(at(4), [
      patch(5, { kind: 'line', line: aLine('one') }),
      patch(6, { kind: 'conversation', conversation: aConversation('c', 9) }),
    ]);
    expect(state?.revision).toBe(6);
    expect(state?.lines.map(({ id }) => id)).toEqual(['one']);
    expect(state?.conversations.get('c')?.lastSequence).toBe(9);
  });

  test('a missing number asks for a new snapshot instead of being passed over', () => {
    expect(applyPatches(at(4), [patch(5), patch(7)])).toBeUndefined();
  });

  test('those the snapshot holds already change nothing', () => {
    const state = at(4);
    expect(applyPatches(state, [patch(3, { kind: 'line', line: aLine('old') }), patch(4)])).toBe(state);
  });

  test('in any order of numbers, the mirror either follows without a gap or says that it cannot', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 9 }), (numbers) => {
        const state = applyPatches(
          at(3),
          numbers.map((revision) => patch(revision)),
        );
        let expected: number | undefined = 3;
        for (const revision of numbers) {
          if (expected === undefined || revision <= expected) continue;
          expected = revision === expected + 1 ? revision : undefined;
        }
        expect(state?.revision).toBe(expected);
      }),
    );
  });

  test('a thread that was whole can be read on backwards when an import put earlier messages before it', () => {
    const oldest = aMessage(1);
    const state = { ...at(1), threads: { c: thread({ items: [oldest] }), d: thread() } };
    const change = (id: string, count: number): Change => ({ kind: 'conversation', conversation: aConversation(id, 1, { count }) });
    expect(applyChanges(state, [change('c', 40)]).threads.c?.nextBefore).toBe(oldest.id);
    expect(applyChanges(state, [change('c', 1), change('d', 40)]).threads).toBe(state.threads);
  });

  test('the state before stays as it was', () => {
    const state = at(1);
    const conversations = state.conversations;
    applyPatches(state, [patch(2, { kind: 'conversation', conversation: aConversation('c', 1) })]);
    expect(conversations.size).toBe(0);
    expect(state.revision).toBe(1);
  });
});

describe('changes', () => {
  test('a line that is known is replaced where it stands', () => {
    const state = { ...at(1), lines: [aLine('one'), aLine('two')] };
    const next = applyChanges(state, [{ kind: 'line', line: aLine('one', { label: 'Renamed' }) }]);
    expect(next.lines.map(({ label }) => label)).toEqual(['Renamed', 'two']);
  });

  test('a removed conversation goes', () => {
    const state = { ...at(1), conversations: new Map([['c', aConversation('c', 1)]]) };
    expect(applyChanges(state, [{ kind: 'conversation-removed', id: 'c' }]).conversations.size).toBe(0);
  });

  test('a message comes to its thread when that is loaded, and only then', () => {
    const state = { ...at(1), threads: { c: thread({ items: [aMessage(1)] }) } };
    const next = applyChanges(state, [
      { kind: 'message', message: aMessage(2) },
      { kind: 'message', message: aMessage(3, { conversationId: 'elsewhere' }) },
    ]);
    expect(next.threads.c?.items.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(Object.keys(next.threads)).toEqual(['c']);
  });

  test('only new inbound messages are announced', () => {
    const state = { ...at(1), threads: { c: thread({ items: [aMessage(1), aMessage(2)] }) } };
    const announce = (message: ReturnType<typeof aMessage>) => applyChanges(state, [{ kind: 'message', message }]).announced?.id;
    expect(announce(aMessage(3))).toBe('m3');
    expect(announce(aMessage(3, { direction: 'outbound', status: 'sent' }))).toBeUndefined();
    expect(announce(aMessage(1))).toBeUndefined();
  });

  test('a removed message leaves its thread', () => {
    const state = { ...at(1), threads: { c: thread({ items: [aMessage(1), aMessage(2)] }) } };
    const next = applyChanges(state, [{ kind: 'message-removed', id: 'm1', conversationId: 'c' }]);
    expect(next.threads.c?.items.map(({ id }) => id)).toEqual(['m2']);
  });

  test('a delivery that is repeated is listed once', () => {
    const next = applyChanges(at(1), [
      { kind: 'delivery', delivery: aDelivery('d1') },
      { kind: 'delivery', delivery: aDelivery('d2') },
      { kind: 'delivery', delivery: { ...aDelivery('d1'), verdict: 'duplicate' } },
    ]);
    expect(next.deliveries.items.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(['d2 accepted', 'd1 duplicate']);
  });
});

describe('a message in a thread', () => {
  test('stands where its sequence says, whatever the order of arrival', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), (sequences) => {
        let state = thread();
        for (const sequence of sequences) state = { ...state, items: withMessage(state, aMessage(sequence)) };
        expect(state.items.map(({ sequence }) => sequence)).toEqual([...sequences].sort((one, other) => one - other));
      }),
    );
  });

  test('replaces itself when its status changed', () => {
    const items = withMessage(thread({ items: [aMessage(1), aMessage(2), aMessage(3)] }), aMessage(2, { body: 'changed' }));
    expect(items.map(({ body }) => body)).toEqual(['text 1', 'changed', 'text 3']);
  });

  test('stays out when it belongs to a page that was not loaded yet', () => {
    const loaded = thread({ items: [aMessage(50)], nextBefore: 'm50' });
    expect(withMessage(loaded, aMessage(7))).toBe(loaded.items);
  });
});

describe('a snapshot', () => {
  test('replaces the conversations but keeps the one that is open', () => {
    const open: WindowState = {
      ...at(1),
      page: { name: 'inbox', lane: { kind: 'inbox' }, opened: { kind: 'conversation', id: 'open' } },
      conversations: new Map([
        ['open', aConversation('open', 1)],
        ['gone', aConversation('gone', 2)],
      ]),
    };
    const next = applySnapshot(open, aSnapshot(9, { conversations: { items: [aConversation('new', 3)], nextCursor: null } }));
    expect([...next.conversations.keys()].sort()).toEqual(['new', 'open']);
    expect(next.revision).toBe(9);
    expect(next.connection).toBe('live');
  });
});
