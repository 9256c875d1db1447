import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../renderer/state/actions.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import { aConversation, aMessage } from '../builders.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

function setUp() {
  const core = fakeCore({
    'conversations.update': ({ id, ...changes }: { id: string }) => aConversation(id, 1, changes),
    'messages.remove': (input) => input,
    'messages.send': ({ body }: { body: string }) => aMessage(7, { body, direction: 'outbound', status: 'queued' }),
  });
  const store = createWindowStore();
  store.setState({ conversations: new Map([['c', aConversation('c', 1)]]) });
  const timers = manualTimers();
  const actions = createActions({ store, call: core.bridge.call, files: core.bridge, after: timers.after });
  return { core, store, timers, ...actions };
}

describe('a draft', () => {
  test('is saved once, after the last key', async () => {
    const { core, timers, sending } = setUp();
    for (const text of ['H', 'He', 'Hello']) {
      sending.setDraft('c', text);
      await timers.pass(100);
    }
    expect(core.asked).toEqual([]);
    await timers.pass(400);
    expect(core.asked).toEqual([{ name: 'conversations.update', input: { id: 'c', draft: 'Hello' } }]);
  });

  test('is saved at once when the window goes', async () => {
    const { core, sending } = setUp();
    sending.setDraft('c', 'Half a thought');
    sending.flushDrafts();
    await settled();
    expect(core.asked.map(({ input }) => input)).toEqual([{ id: 'c', draft: 'Half a thought' }]);
  });

  test('of two conversations are both kept', async () => {
    const { core, timers, sending, store } = setUp();
    store.setState(({ conversations }) => ({ conversations: new Map(conversations).set('d', aConversation('d', 2)) }));
    sending.setDraft('c', 'one');
    sending.setDraft('d', 'two');
    await timers.pass(400);
    expect(core.asked.map(({ input }) => input)).toEqual([
      { id: 'c', draft: 'one' },
      { id: 'd', draft: 'two' },
    ]);
  });
});

describe('removing a message', () => {
  test('hides it at once and removes it only when undoing is over', async () => {
    const { core, store, timers, sending } = setUp();
    sending.remove('m1');
    expect(store.getState().hiddenMessages.has('m1')).toBe(true);
    expect(core.asked).toEqual([]);
    await timers.pass(5_000);
    expect(core.asked).toEqual([{ name: 'messages.remove', input: { id: 'm1' } }]);
  });

  test('is undone by the notice, and then nothing is asked of the core', async () => {
    const { core, store, timers, sending } = setUp();
    sending.remove('m1');
    store.getState().toasts[0]?.action?.run();
    await timers.pass(60_000);
    expect(store.getState().hiddenMessages.size).toBe(0);
    expect(core.asked).toEqual([]);
  });
});

test('a sent text stands in its thread before any patch comes', async () => {
  const { store, sending } = setUp();
  store.setState({
    threads: {
      c: { items: [aMessage(1)], nextBefore: null, phase: 'ready', loadingOlder: false, failure: null, readUpTo: null, reveal: null },
    },
  });
  await sending.send({ lineId: 'line', to: '+12025550101', body: 'On my way', clientId: 'one' });
  expect(store.getState().threads.c?.items.map(({ body }) => body)).toEqual(['text 1', 'On my way']);
});

test('a notice goes away by itself', async () => {
  const { store, timers, toasts } = setUp();
  toasts.show({ tone: 'plain', title: 'Saved' });
  expect(store.getState().toasts.length).toBe(1);
  await timers.pass(5_000);
  expect(store.getState().toasts).toEqual([]);
});
