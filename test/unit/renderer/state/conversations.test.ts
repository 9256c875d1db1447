import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../renderer/state/actions.ts';
import type { Lane } from '../../../../renderer/state/model.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { Conversation } from '../../../../src/domain/conversation.ts';
import { aConversation } from '../builders.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

type Named = { readonly of: { readonly ids: readonly string[] } };

function setUp(...known: Conversation[]) {
  const conversations = known.length === 0 ? [aConversation('c', 1)] : known;
  const core = fakeCore({
    // As a core in which each of them really changed.
    'conversations.updateMany': ({ of }: Named) => ({ before: of.ids.map((id) => ({ id, flags: { archived: false } })) }),
    'conversations.restore': () => ({}),
    'conversations.list': () => ({ items: conversations, nextCursor: null }),
  });
  const store = createWindowStore();
  store.setState({ conversations: new Map(conversations.map((each) => [each.id, each])) });
  const actions = createActions({ store, call: core.bridge.call, files: core.bridge, after: manualTimers().after });
  const open = (id: string, lane: Lane = { kind: 'inbox' }): void =>
    store.setState({ page: { name: 'inbox', lane, opened: { kind: 'conversation', id } } });
  return { core, store, open, ...actions };
}

test('archiving closes the conversation that left its lane, and can be taken back exactly', async () => {
  const { core, store, open, conversations } = setUp();
  open('c');
  await conversations.archive(['c'], true);
  expect(store.getState().page).toMatchObject({ opened: { kind: 'nothing' } });
  expect(store.getState().toasts[0]?.title).toBe('Conversation archived');
  store.getState().toasts[0]?.action?.run();
  await settled();
  expect(core.asked.at(-1)).toEqual({ name: 'conversations.restore', input: { before: [{ id: 'c', flags: { archived: false } }] } });
});

test('a conversation that stays in its lane stays open', async () => {
  const { store, open, conversations } = setUp();
  open('c', { kind: 'line', lineId: 'line' });
  await conversations.archive(['c'], true);
  await conversations.pin(['c'], true);
  expect(store.getState().page).toMatchObject({ opened: { kind: 'conversation', id: 'c' } });
  await conversations.block(['c'], true);
  expect(store.getState().page).toMatchObject({ opened: { kind: 'nothing' } });
});

test('thousands are changed, and taken back, in lots the host takes', async () => {
  const many = Array.from({ length: 1_200 }, (_, index) => aConversation(`c${index}`, index));
  const { core, store, conversations } = setUp(...many);
  await conversations.archive(
    many.map(({ id }) => id),
    true,
  );
  const sizes = core.asked.map(({ input }) => (input as Named).of.ids.length);
  expect(sizes).toEqual([500, 500, 200]);
  expect(store.getState().toasts[0]?.title).toBe('1,200 conversations archived');
  store.getState().toasts[0]?.action?.run();
  await settled();
  expect(core.asked.filter(({ name }) => name === 'conversations.restore').length).toBe(3);
});

test('what changed nothing says nothing', async () => {
  const core = fakeCore({ 'conversations.updateMany': () => ({ before: [] }) });
  const store = createWindowStore();
  const { conversations } = createActions({ store, call: core.bridge.call, files: core.bridge, after: manualTimers().after });
  await conversations.mute(['c'], true);
  expect(store.getState().toasts).toEqual([]);
});

test('a change ends the choosing; one that failed does not', async () => {
  const { core, store, conversations, selection } = setUp();
  selection.toggle('c');
  await conversations.mute(['c'], true);
  expect(store.getState().selection.ids.size).toBe(0);

  const lost = createActions({ store, call: fakeCore({}).bridge.call, files: core.bridge, after: manualTimers().after });
  selection.toggle('c');
  await lost.conversations.mute(['c'], true);
  expect(store.getState().selection.ids.size).toBe(1);
  expect(store.getState().toasts.at(-1)?.tone).toBe('bad');
});

describe('marked as unread', () => {
  test('an open conversation stays open and unread until it is left', async () => {
    const { store, open, conversations, navigation } = setUp(aConversation('c', 1), aConversation('d', 2));
    open('c');
    await conversations.markUnread('c');
    expect(store.getState().page).toMatchObject({ opened: { kind: 'conversation', id: 'c' } });
    expect(store.getState().heldUnread).toBe('c');
    navigation.showShortcuts(true);
    expect(store.getState().heldUnread).toBe('c');
    await navigation.openConversation('d');
    expect(store.getState().heldUnread).toBeNull();
  });

  test('one that is not open is held by nothing', async () => {
    const { store, conversations } = setUp();
    await conversations.markUnread('c');
    expect(store.getState().heldUnread).toBeNull();
  });
});

test('choosing ends with going to another lane, and not with opening a conversation', async () => {
  const { store, open, selection, navigation } = setUp();
  open('c');
  selection.toggle('c');
  await navigation.openConversation('c');
  expect(store.getState().selection.ids.size).toBe(1);
  navigation.showLane({ kind: 'waiting' });
  expect(store.getState().selection.ids.size).toBe(0);
});

test('a conversation that is looked for is shown where it is', async () => {
  const { store, navigation } = setUp(aConversation('blocked', 1, { blocked: true }), aConversation('archived', 2, { archived: true }));
  await navigation.openConversation('blocked');
  expect(store.getState().page).toMatchObject({ lane: { kind: 'blocked' } });
  await navigation.openConversation('archived');
  expect(store.getState().page).toMatchObject({ lane: { kind: 'archived' } });
});
