import { describe, expect, test } from 'vitest';
import { followCore } from '../../../../renderer/state/session.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { Change, Patch, Snapshot } from '../../../../src/contract/state.ts';
import { aLine, aSnapshot } from '../builders.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

const patch = (revision: number, ...changes: Change[]): Patch => ({ kind: 'patch', revision, changes });

function setUp(snapshot: () => Snapshot | Promise<Snapshot>) {
  const core = fakeCore({ 'state.snapshot': snapshot });
  const store = createWindowStore();
  const timers = manualTimers();
  const seen = { snapshots: 0, notices: 0, read: [] as string[], pages: [] as string[] };
  const stop = followCore({
    bridge: core.bridge,
    store,
    soon: (task) => void timers.after(16, task),
    later: (task) => void timers.after(1_000, task),
    onSnapshot: () => {
      seen.snapshots += 1;
    },
    onNotice: () => {
      seen.notices += 1;
    },
    onRead: (conversationId) => seen.read.push(conversationId),
    onNavigate: (to) => seen.pages.push(to.page),
  });
  return { core, store, timers, seen, stop };
}

describe('following the core', () => {
  test('begins with a snapshot once events flow', async () => {
    const { core, store, seen } = setUp(() => aSnapshot(5));
    expect(store.getState().connection).toBe('connecting');
    core.connection('live');
    await settled();
    expect(store.getState()).toMatchObject({ connection: 'live', revision: 5 });
    expect(seen.snapshots).toBe(1);
  });

  test('keeps patches that come while the snapshot is on its way', async () => {
    const waiting = Promise.withResolvers<Snapshot>();
    const { core, store, timers } = setUp(() => waiting.promise);
    core.connection('live');
    core.send(patch(5, { kind: 'line', line: aLine('too old') }));
    core.send(patch(6, { kind: 'line', line: aLine('new') }));
    await timers.pass(16);
    waiting.resolve(aSnapshot(5));
    await settled();
    expect(store.getState().revision).toBe(6);
    expect(store.getState().lines.map(({ id }) => id)).toEqual(['new']);
  });

  test('applies a burst of patches in one go', async () => {
    const { core, store, timers } = setUp(() => aSnapshot(1));
    core.connection('live');
    await settled();
    let renderings = 0;
    store.subscribe(() => {
      renderings += 1;
    });
    for (let revision = 2; revision <= 500; revision += 1) core.send(patch(revision));
    await timers.pass(16);
    expect(store.getState().revision).toBe(500);
    expect(renderings).toBe(1);
  });

  test('a gap asks for a new snapshot, which heals it', async () => {
    let revision = 1;
    const { core, store, timers } = setUp(() => aSnapshot(revision));
    core.connection('live');
    await settled();
    revision = 9;
    core.send(patch(4));
    await timers.pass(16);
    expect(store.getState().revision).toBe(9);
    core.send(patch(10));
    await timers.pass(16);
    expect(store.getState().revision).toBe(10);
  });

  test('says that the host is gone, and asks for everything again when it is back', async () => {
    let revision = 3;
    const { core, store, seen } = setUp(() => aSnapshot(revision));
    core.connection('live');
    await settled();
    core.connection('lost');
    expect(store.getState().connection).toBe('lost');
    // The host was started anew: its revisions begin again.
    revision = 1;
    core.connection('live');
    await settled();
    expect(store.getState()).toMatchObject({ connection: 'live', revision: 1 });
    expect(seen.snapshots).toBe(2);
  });

  test('tries again when a snapshot does not come', async () => {
    const store = createWindowStore();
    const timers = manualTimers();
    const core = fakeCore({});
    followCore({
      bridge: core.bridge,
      store,
      soon: (task) => void timers.after(16, task),
      later: (task) => void timers.after(1_000, task),
      onSnapshot: () => undefined,
      onNotice: () => undefined,
      onRead: () => undefined,
      onNavigate: () => undefined,
    });
    core.connection('live');
    await settled();
    expect(store.getState().connection).toBe('lost');
    await timers.pass(1_000);
    expect(core.asked.map(({ name }) => name)).toEqual(['state.snapshot', 'state.snapshot']);
  });

  test('hands notices and navigation on', async () => {
    const { core, seen } = setUp(() => aSnapshot(1));
    core.send({ kind: 'notice', conversationId: 'c', messageId: 'm', lineId: 'line', title: 'New message', body: '', canReply: true });
    core.send({ kind: 'read', conversationId: 'c' });
    core.send({ kind: 'navigate', to: { page: 'settings' } });
    expect(seen).toMatchObject({ notices: 1, read: ['c'], pages: ['settings'] });
  });
});
