import { describe, expect, test } from 'vitest';
import { createDeliveries } from '../../../../renderer/state/deliveries.ts';
import {
  anyDelivery,
  type DeliveryChoice,
  filterOf,
  isListed,
  isNarrowed,
  noDeliveries,
  withDeliveries,
} from '../../../../renderer/state/delivery-model.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { MethodInput, MethodOutput } from '../../../../src/contract/methods.ts';
import type { DeliverySummary } from '../../../../src/domain/delivery.ts';
import { aDelivery } from '../builders.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

type Input = MethodInput<'deliveries.list'>;
type Listed = MethodOutput<'deliveries.list'>;

function setUp(answer: (input: Input) => Listed | Promise<Listed>) {
  const core = fakeCore({ 'deliveries.list': answer });
  const store = createWindowStore();
  const timers = manualTimers();
  const pages: unknown[] = [];
  const deliveries = createDeliveries({
    store,
    call: core.bridge.call,
    after: timers.after,
    navigation: { goTo: (page) => void pages.push(page) },
  });
  return { core, store, timers, deliveries, pages };
}

const some = (...ids: string[]): DeliverySummary[] => ids.map((id) => aDelivery(id));
const page = (items: DeliverySummary[], nextBefore: string | null = null): Listed => ({ items, nextBefore });
const ids = (items: readonly DeliverySummary[]): string => items.map(({ id }) => id).join(' ');
const choice = (changes: Partial<DeliveryChoice>): DeliveryChoice => ({ ...anyDelivery, ...changes });
const noon = new Date(2026, 2, 10, 12);

describe('what the core is asked for', () => {
  test('nothing chosen is no filter', () => {
    expect(filterOf(anyDelivery, noon)).toEqual({});
    expect(isNarrowed(choice({ text: ' ' }))).toBe(false);
  });

  test('times are moments', () => {
    expect(filterOf(choice({ time: { kind: 'hours', hours: 1 } }), noon)).toEqual({ from: new Date(2026, 2, 10, 11).toISOString() });
    expect(filterOf(choice({ time: { kind: 'today' } }), noon)).toEqual({ from: new Date(2026, 2, 10).toISOString() });
    expect(filterOf(choice({ time: { kind: 'days', days: 7 } }), noon)).toEqual({ from: new Date(2026, 2, 3, 12).toISOString() });
  });

  test('a span of its own may be half typed, or the wrong way round', () => {
    expect(filterOf(choice({ time: { kind: 'range', from: '', to: '2026-03-10T12:00' } }), noon)).toEqual({ to: noon.toISOString() });
    const span = { from: new Date(2026, 2, 10, 11).toISOString(), to: noon.toISOString() };
    expect(filterOf(choice({ time: { kind: 'range', from: '2026-03-10T12:00', to: '2026-03-10T11:00' } }), noon)).toEqual(span);
  });
});

describe('deliveries that come while one looks', () => {
  const refused: DeliverySummary = { ...aDelivery('new'), verdict: 'rejected', messageId: 'm1' };

  test('are listed when they fit what was chosen', () => {
    expect(isListed(choice({ verdicts: ['rejected'], lineId: 'line', messageId: 'm1' }), refused)).toBe(true);
    expect(isListed(choice({ verdicts: ['accepted'] }), refused)).toBe(false);
    expect(isListed(choice({ lineId: 'other' }), refused)).toBe(false);
    expect(isListed(choice({ messageId: 'm2' }), refused)).toBe(false);
    expect(isListed(choice({ time: { kind: 'hours', hours: 1 } }), refused)).toBe(true);
    expect(isListed(choice({ time: { kind: 'span', from: '2026-02-01T00:00:00.000Z', to: '2026-02-02T00:00:00.000Z' } }), refused)).toBe(
      false,
    );
  });

  test('only the core can tell whether they hold a text', () => {
    expect(isListed(choice({ text: 'forged' }), refused)).toBeUndefined();
    expect(isListed(choice({ text: 'forged', verdicts: ['accepted'] }), refused)).toBe(false);
    const after = withDeliveries({ ...noDeliveries, choice: choice({ text: 'forged' }) }, [refused]);
    expect(after).toMatchObject({ items: [], unsure: 1, arrived: 1, fresh: null });
  });

  test('are put in front in the order they came, each once, and the newest is told', () => {
    const before = withDeliveries(noDeliveries, some('a', 'b'));
    const after = withDeliveries(before, [{ ...aDelivery('a'), verdict: 'duplicate' }, ...some('c', 'd')]);
    expect(ids(after.items)).toBe('d c b a');
    expect(after.items.at(-1)?.verdict).toBe('duplicate');
    expect(after).toMatchObject({ arrived: 4, fresh: { id: 'd', count: 4 } });
  });
});

describe('the list', () => {
  test('is asked for page by page with what was chosen', async () => {
    const { core, deliveries, store, timers } = setUp(({ before }) => (before === undefined ? page(some('a', 'b'), 'b') : page(some('c'))));
    deliveries.choose({ verdicts: ['accepted'] });
    await timers.pass(0);
    await deliveries.loadMore();
    await deliveries.loadMore();
    expect(core.asked.map(({ input }) => input)).toEqual([
      { limit: 100, verdicts: ['accepted'] },
      { limit: 100, verdicts: ['accepted'], before: 'b' },
    ]);
    expect(ids(store.getState().deliveries.items)).toBe('a b c');
  });

  test('letters that come in one burst are one question', async () => {
    const { core, deliveries, timers } = setUp(() => page([]));
    for (const text of ['f', 'fo', 'for']) {
      deliveries.find(text);
      await timers.pass(50);
    }
    await timers.pass(500);
    expect(core.asked.map(({ input }) => input)).toEqual([{ limit: 100, text: 'for' }]);
  });

  test('an answer to what is not asked any more is not taken', async () => {
    const { promise, resolve } = Promise.withResolvers<Listed>();
    const { deliveries, store, timers } = setUp(({ verdicts }) => (verdicts === undefined ? promise : page(some('refused'))));
    const first = deliveries.load();
    deliveries.choose({ verdicts: ['rejected'] });
    await timers.pass(0);
    resolve(page(some('all')));
    await first;
    await settled();
    expect(ids(store.getState().deliveries.items)).toBe('refused');
  });

  test.each([false, true])('what comes while the core is asked stays on top (asked anew: %s)', async (anew) => {
    const answer = Promise.withResolvers<Listed>();
    let asked = 0;
    const { deliveries, store } = setUp(() => {
      asked += 1;
      return asked === 1 ? page(some('b', 'a')) : answer.promise;
    });
    await deliveries.load();
    const again = deliveries.load(anew);
    store.setState((state) => ({ deliveries: withDeliveries(state.deliveries, some('c')) }));
    answer.resolve(page(some('b', 'a')));
    await again;
    expect(ids(store.getState().deliveries.items)).toBe('c b a');
  });

  test('what came and holds the text is found by asking again, and is news', async () => {
    let items = some('a');
    const { deliveries, store, timers } = setUp(() => page(items));
    deliveries.choose({ text: 'x' });
    await timers.pass(500);
    items = some('c', 'b', 'a');
    deliveries.askAgain();
    await timers.pass(500);
    const state = store.getState().deliveries;
    expect(ids(state.items)).toBe('c b a');
    expect(state.fresh).toEqual({ id: 'c', count: 2 });
  });

  test('all of a message are shown with the one that was asked for open', async () => {
    const { core, deliveries, pages, timers } = setUp(() => page([]));
    deliveries.choose({ text: 'x', verdicts: ['rejected'] });
    deliveries.showOf('m1', 'd1');
    await timers.pass(0);
    expect(core.asked.map(({ input }) => input)).toEqual([{ limit: 100, messageId: 'm1' }]);
    expect(pages).toEqual([{ name: 'deliveries', deliveryId: 'd1' }]);
  });
});
