import { describe, expect, test } from 'vitest';
import { createSearch, momentsOf } from '../../../../renderer/state/search.ts';
import { anything, noSearch, type SearchChoice, withoutHit } from '../../../../renderer/state/search-model.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import { failure } from '../../../../src/contract/errors.ts';
import type { SearchHit } from '../../../../src/contract/methods/search.ts';
import type { MethodInput, MethodOutput } from '../../../../src/contract/methods.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

type Found = MethodOutput<'search.query'>;
type Input = MethodInput<'search.query'>;

const noon = new Date(2026, 2, 10, 12);

function setUp(answer: (input: Input) => Found | Promise<Found>) {
  const core = fakeCore({ 'search.query': answer });
  const store = createWindowStore();
  const timers = manualTimers();
  const search = createSearch({ store, call: core.bridge.call, after: timers.after, asker: 'this window', now: () => noon });
  return { core, store, timers, search };
}

function hit(sequence: number): SearchHit {
  const at = '2026-03-01T12:00:00.000Z';
  return {
    id: `m${sequence}`,
    sequence,
    lineId: 'l',
    conversationId: 'c',
    peer: '+1',
    direction: 'inbound',
    at,
    hasMedia: false,
    body: 'text',
    marks: [],
  };
}

const found = (messages: SearchHit[] = [], rest: Partial<Found> = {}): Found => ({
  conversations: [],
  messages,
  nextBefore: null,
  complete: true,
  superseded: false,
  index: { state: 'ready', done: 0, total: 0 },
  ...rest,
});

test('letters that come in one burst are one question, with the name of this window', async () => {
  const { core, search, timers } = setUp(() => found());
  for (const query of ['p', 'pa', 'par']) {
    search.setQuery(query);
    await timers.pass(10);
  }
  await timers.pass(50);
  expect(core.asked.map(({ input }) => input)).toEqual([{ query: 'par', asker: 'this window' }]);
});

test('a question that was overtaken by an older one on its way is asked again', async () => {
  let asked = 0;
  const { search, store, timers } = setUp(() => {
    asked += 1;
    return asked === 1 ? found([], { complete: false, superseded: true }) : found([hit(1)]);
  });
  search.setQuery('par');
  await timers.pass(50);
  expect(store.getState().search?.answered).toBeNull();
  await timers.pass(50);
  expect(store.getState().search).toMatchObject({ answered: 'par', messages: [{ id: 'm1' }] });
});

test('an answer that comes too late does not replace a newer one', async () => {
  const slow = Promise.withResolvers<Found>();
  const { search, store, timers } = setUp(({ query }) => (query === 'old' ? slow.promise : found([hit(2)])));
  search.setQuery('old');
  await timers.pass(200);
  search.setQuery('new');
  await timers.pass(200);
  slow.resolve(found([hit(1)]));
  await settled();
  expect(store.getState().search).toMatchObject({ answered: 'new', messages: [{ id: 'm2' }] });
});

test('an empty text leaves the search, also while an answer is on its way', async () => {
  const slow = Promise.withResolvers<Found>();
  const { search, store, timers } = setUp(() => slow.promise);
  search.setQuery('gone');
  await timers.pass(200);
  search.setQuery('');
  slow.resolve(found());
  await settled();
  expect(store.getState().search).toBeNull();
});

test('spaces alone are not searched for', async () => {
  const { core, search, timers } = setUp(() => found());
  search.setQuery('   ');
  await timers.pass(1_000);
  expect(core.asked).toEqual([]);
});

describe('filters', () => {
  const asked = async (choice: Partial<SearchChoice>): Promise<unknown> => {
    const { core, search, timers } = setUp(() => found());
    search.choose(choice);
    await timers.pass(0);
    return core.asked.at(-1)?.input;
  };

  test('are asked for without any text', async () => {
    expect(await asked({ lineId: 'l_1', direction: 'outbound', hasMedia: true })).toEqual({
      query: '',
      lineId: 'l_1',
      direction: 'outbound',
      hasMedia: true,
      asker: 'this window',
    });
  });

  test('that are all taken back ask for nothing, and the filters stay in view', async () => {
    const { core, search, store, timers } = setUp(() => found([hit(1)]));
    search.choose({ hasMedia: true });
    await timers.pass(0);
    search.choose({ hasMedia: false });
    await timers.pass(1_000);
    expect(core.asked).toHaveLength(1);
    expect(store.getState().search).toMatchObject({ choosing: true, choice: anything, answered: null, messages: [] });
  });

  test('that are taken away with a text in the field leave the text', async () => {
    const { core, search, timers } = setUp(() => found());
    search.setQuery('word');
    search.choose({ hasMedia: true });
    await timers.pass(0);
    search.showFilters(false);
    await timers.pass(0);
    expect(core.asked.at(-1)?.input).toEqual({ query: 'word', asker: 'this window' });
  });

  test('a day begins and ends by the calendar of this computer', () => {
    const day = (date: number): string => new Date(2026, 2, date).toISOString();
    expect(momentsOf({ kind: 'days', days: 1 }, noon)).toEqual({ from: day(10) });
    expect(momentsOf({ kind: 'days', days: 7 }, noon)).toEqual({ from: day(4) });
    expect(momentsOf({ kind: 'range', from: '2026-03-01', to: '2026-03-02' }, noon)).toEqual({ from: day(1), to: day(3) });
    expect(momentsOf({ kind: 'range', from: '', to: '2026-03-02' }, noon)).toEqual({ to: day(3) });
  });
});

describe('pages', () => {
  test('are added to what is there until there are no more', async () => {
    const { core, search, store, timers } = setUp(({ before }) =>
      before === undefined ? found([hit(9), hit(8)], { nextBefore: '8' }) : found([hit(7)]),
    );
    search.setQuery('text');
    await timers.pass(100);
    await Promise.all([search.loadMore(), search.loadMore()]);
    await search.loadMore();
    expect(core.asked.map(({ input }) => (input as Input).before)).toEqual([undefined, '8']);
    expect(store.getState().search?.messages.map(({ id }) => id)).toEqual(['m9', 'm8', 'm7']);
  });

  test('of a search that was left meanwhile are thrown away', async () => {
    const slow = Promise.withResolvers<Found>();
    const { search, store, timers } = setUp(({ query, before }) =>
      before === undefined ? found([hit(query === 'one' ? 9 : 5)], { nextBefore: '5' }) : slow.promise,
    );
    search.setQuery('one');
    await timers.pass(100);
    const more = search.loadMore();
    search.setQuery('two');
    await timers.pass(100);
    slow.resolve(found([hit(1)]));
    await more;
    expect(store.getState().search?.messages.map(({ id }) => id)).toEqual(['m5']);
  });
});

test('while the index is being built the question is asked again', async () => {
  let done = false;
  const { core, search, store, timers } = setUp(() =>
    done ? found([hit(1)]) : found([], { complete: false, index: { state: 'building', done: 5, total: 10 } }),
  );
  search.setQuery('text');
  await timers.pass(100);
  expect(store.getState().search?.index).toEqual({ state: 'building', done: 5, total: 10 });
  done = true;
  await timers.pass(2_000);
  expect(store.getState().search).toMatchObject({ messages: [{ id: 'm1' }], index: { state: 'ready' } });
  await timers.pass(10_000);
  expect(core.asked).toHaveLength(2);
});

test('a failure takes the place of the results, and asking again of the failure', async () => {
  const store = createWindowStore();
  const timers = manualTimers();
  let fails = true;
  const core = fakeCore({ 'search.query': () => found([hit(1)]) });
  const call = (async (name: never, input: never) =>
    fails ? { ok: false, error: failure('unexpected') } : core.bridge.call(name, input)) as typeof core.bridge.call;
  const search = createSearch({ store, call, after: timers.after, asker: 'w' });
  search.setQuery('text');
  await timers.pass(100);
  expect(store.getState().search).toMatchObject({ failure: { code: 'unexpected' }, messages: [] });
  fails = false;
  search.retry();
  await timers.pass(0);
  expect(store.getState().search).toMatchObject({ failure: null, messages: [{ id: 'm1' }] });
});

test('a message that was removed is no result any more', () => {
  const search = { ...noSearch, query: 'text', messages: [hit(2), hit(1)] };
  expect(withoutHit(search, 'm2')?.messages.map(({ id }) => id)).toEqual(['m1']);
  expect(withoutHit(search, 'm9')).toBe(search);
  expect(withoutHit(null, 'm2')).toBeNull();
});
