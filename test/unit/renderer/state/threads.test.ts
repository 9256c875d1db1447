import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../renderer/state/actions.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { Message } from '../../../../src/domain/message.ts';
import { aConversation, aMessage } from '../builders.ts';
import { fakeCore, manualTimers } from '../fake-core.ts';

/** A core that holds messages 1 to `count` of conversation `c` and pages them as the contract says. */
function setUp(count: number, unread = 0) {
  const stored: Message[] = Array.from({ length: count }, (_, index) => aMessage(index + 1));
  const core = fakeCore({
    'messages.list': ({ before, limit }: { before?: string; limit: number }) => {
      const end = before === undefined ? stored.length : stored.findIndex(({ id }) => id === before);
      const start = Math.max(0, end - limit);
      return { items: stored.slice(start, end), nextBefore: start > 0 ? stored[start]?.id : null };
    },
  });
  const store = createWindowStore();
  store.setState({ conversations: new Map([['c', aConversation('c', count, { unread, readUpTo: count - unread })]]) });
  const { threads } = createActions({ store, call: core.bridge.call, files: core.bridge, after: manualTimers().after });
  const items = () => store.getState().threads.c?.items.map(({ sequence }) => sequence) ?? [];
  return { core, store, threads, items, stored };
}

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a thread', () => {
  test('opens with one page of its newest messages, however many there are', async () => {
    const { core, threads, items } = setUp(50_000);
    await threads.open('c');
    expect(core.asked.length).toBe(1);
    expect(items().at(-1)).toBe(50_000);
    expect(items().length).toBeLessThanOrEqual(200);
  });

  test('opens with all unread messages where a page can hold them', async () => {
    const { threads, items, store } = setUp(1_000, 150);
    await threads.open('c');
    expect(items()[0]).toBeLessThanOrEqual(851);
    expect(store.getState().threads.c?.readUpTo).toBe(850);
  });

  test('grows upwards without a hole or a repetition, down to its first message', async () => {
    const { threads, items } = setUp(333);
    await threads.open('c');
    for (let page = 0; page < 10; page += 1) await threads.loadOlder('c');
    expect(items()).toEqual(upTo(1, 333));
  });

  test('asks for an older page once, although scrolling asks for it many times', async () => {
    const { core, threads, items } = setUp(300);
    await threads.open('c');
    const before = core.asked.length;
    await Promise.all([threads.loadOlder('c'), threads.loadOlder('c'), threads.loadOlder('c')]);
    expect(core.asked.length - before).toBe(1);
    expect(items()).toEqual(upTo(items()[0] ?? 0, 300));
  });

  test('loads as far back as a message that was searched for', async () => {
    const { threads, items, store } = setUp(2_000);
    await threads.open('c');
    store.setState(({ threads: { c } }) => (c ? { threads: { c: { ...c, reveal: 'm700' } } } : {}));
    await threads.loadUntil('c', 'm700');
    expect(items()).toContain(700);
    expect(items()).not.toContain(1);
  });

  test('opened again after a reconnection it holds what was missed', async () => {
    const { threads, items, stored } = setUp(100);
    await threads.open('c');
    await threads.loadOlder('c');
    stored.push(aMessage(101), aMessage(102));
    await threads.open('c');
    expect(items()).toEqual(upTo(1, 102));
  });

  test('begins anew when more was missed than a page holds, instead of showing a hole', async () => {
    const { threads, items, stored } = setUp(100);
    await threads.open('c');
    stored.push(...upTo(101, 900).map((sequence) => aMessage(sequence)));
    await threads.open('c');
    expect(items()).toEqual(upTo(items()[0] ?? 0, 900));
  });

  test('says why it could not be loaded', async () => {
    const store = createWindowStore();
    const { threads } = createActions({ store, call: fakeCore({}).bridge.call, files: fakeCore({}).bridge, after: manualTimers().after });
    await threads.open('c');
    expect(store.getState().threads.c).toMatchObject({ phase: 'failed', failure: { code: 'host-unreachable' } });
  });

  test('that was left is kept short, and only a few are kept', async () => {
    const { threads, store } = setUp(1_000);
    await threads.open('c');
    for (let page = 0; page < 4; page += 1) await threads.loadOlder('c');
    for (const id of ['d', 'e', 'f', 'g', 'h']) {
      await threads.open(id);
      const kept = store.getState().threads.c?.items.length ?? 0;
      expect(kept).toBeLessThanOrEqual(200);
    }
    expect(Object.keys(store.getState().threads).length).toBeLessThanOrEqual(4);
  });
});
