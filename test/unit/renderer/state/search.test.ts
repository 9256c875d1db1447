import { expect, test } from 'vitest';
import { createSearch } from '../../../../renderer/state/search.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import { aMessage } from '../builders.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

type Found = { conversations: []; messages: ReturnType<typeof aMessage>[]; complete: boolean };

function setUp(answer: (query: string) => Found | Promise<Found>) {
  const core = fakeCore({ 'search.query': ({ query }: { query: string }) => answer(query) });
  const store = createWindowStore();
  const timers = manualTimers();
  return { core, store, timers, search: createSearch({ store, call: core.bridge.call, after: timers.after }) };
}

const found = (...messages: ReturnType<typeof aMessage>[]): Found => ({ conversations: [], messages, complete: true });

test('the core is asked once, after the last letter', async () => {
  const { core, search, timers } = setUp(() => found());
  for (const query of ['p', 'pa', 'par']) {
    search.setQuery(query);
    await timers.pass(50);
  }
  await timers.pass(200);
  expect(core.asked.map(({ input }) => input)).toEqual([{ query: 'par' }]);
});

test('an answer that comes too late does not replace a newer one', async () => {
  const slow = Promise.withResolvers<Found>();
  const { search, store, timers } = setUp((query) => (query === 'old' ? slow.promise : found(aMessage(2))));
  search.setQuery('old');
  await timers.pass(200);
  search.setQuery('new');
  await timers.pass(200);
  slow.resolve(found(aMessage(1)));
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
