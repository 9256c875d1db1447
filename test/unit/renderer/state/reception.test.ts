import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../renderer/state/actions.ts';
import { applyChanges, applySnapshot } from '../../../../renderer/state/apply.ts';
import { initialState } from '../../../../renderer/state/model.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { GapView, ReachHistory } from '../../../../src/contract/reachability.ts';
import { aLine, aSnapshot } from '../builders.ts';
import { fakeCore, manualTimers } from '../fake-core.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
const gap = (hour: number, outcome: GapView['lines'][number]['outcome']): GapView => ({
  from: at(hour),
  to: at(hour + 1),
  causes: ['asleep'],
  lines: [{ lineId: 'one', outcome }],
});
const history = (...gaps: readonly GapView[]): ReachHistory => ({ from: at(0), to: at(20), spans: [], gaps: [...gaps] });

function started(answers: Parameters<typeof fakeCore>[0]) {
  const core = fakeCore(answers);
  const store = createWindowStore();
  const { reception } = createActions({ store, call: core.bridge.call, files: core.bridge, after: manualTimers().after });
  return { core, store, reception };
}

describe('a gap that is announced', () => {
  test('replaces what was known of it, in every history that lists it', () => {
    const known = { 1: history(gap(5, { kind: 'checking' }), gap(2, { kind: 'cannot-check' })), 30: history(gap(5, { kind: 'checking' })) };
    const state = { ...applySnapshot(initialState, aSnapshot(1)), reach: { histories: known, failure: null } };
    const settled = gap(5, { kind: 'checked', at: at(6), from: at(5), to: at(6), recovered: 2 });
    const { histories } = applyChanges(state, [{ kind: 'gap', gap: settled }]).reach;
    expect(histories[1]?.gaps).toEqual([settled, gap(2, { kind: 'cannot-check' })]);
    expect(histories[30]?.gaps).toEqual([settled]);
  });

  test('that no history lists is left to the next history', () => {
    const reach = { histories: { 1: history(gap(5, { kind: 'checking' })) }, failure: null };
    const state = { ...applySnapshot(initialState, aSnapshot(1)), reach };
    expect(applyChanges(state, [{ kind: 'gap', gap: gap(9, { kind: 'checking' }) }]).reach).toEqual(reach);
  });
});

test('a history is kept by how far back it goes, and one that cannot be had leaves the other', async () => {
  const answers = { 'reception.history': () => history() };
  const { store, reception } = started(answers);
  await reception.loadHistory(1);
  expect(store.getState().reach).toEqual({ histories: { 1: history() }, failure: null });
  const { store: lost, reception: unreachable } = started({});
  lost.setState({ reach: { histories: { 1: history() }, failure: null } });
  await unreachable.loadHistory(30);
  expect(lost.getState().reach).toMatchObject({ histories: { 1: history() }, failure: { code: 'host-unreachable' } });
});

test('pausing and resuming ask the core and take over what it answers; a failure is said', async () => {
  const paused = { ...aSnapshot(1).tunnel, reception: 'paused' };
  const { core, store, reception } = started({ 'reception.pause': () => paused });
  await reception.pause();
  expect(store.getState().tunnel?.reception).toBe('paused');
  await reception.resume();
  expect(core.asked.map(({ name }) => name)).toEqual(['reception.pause', 'reception.resume']);
  expect(store.getState().toasts).toMatchObject([{ tone: 'bad' }]);
});

test('what the core learns of a registration is shown on its line at once', async () => {
  const registration = {
    lineId: 'one',
    state: 'here',
    can: 'register',
    canCheck: true,
    url: 'https://texts.example.com/hooks/a',
    previousUrl: null,
    checkedAt: at(1),
    message: '',
  };
  const { store, reception } = started({ 'lines.register': () => registration });
  store.setState({ lines: [aLine('one'), aLine('two')] });
  await reception.register('one');
  expect(store.getState().lines.map((line) => line.registration?.state)).toEqual(['here', undefined]);
});
