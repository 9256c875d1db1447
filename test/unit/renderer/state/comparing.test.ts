import { describe, expect, test } from 'vitest';
import { createComparing } from '../../../../renderer/state/comparing.ts';
import { createToasts } from '../../../../renderer/state/context.ts';
import type { Page } from '../../../../renderer/state/model.ts';
import { createNavigation } from '../../../../renderer/state/navigation.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { MethodInput } from '../../../../src/contract/methods.ts';
import { fakeCore } from '../fake-core.ts';

/** Three deliveries of a line, the newest first; the newest repeats what the oldest brought. */
function startWindow() {
  const ids = ['d3', 'd2', 'd1'];
  const { bridge } = fakeCore({
    'deliveries.list': ({ before = '', limit = 100 }: MethodInput<'deliveries.list'>) => {
      const from = ids.indexOf(before) + 1;
      return { items: ids.slice(from, from + limit).map((id) => ({ id })), nextBefore: null };
    },
    'messages.get': ({ id }: { id: string }) => ({ id, deliveryId: 'd1' }),
  });
  const store = createWindowStore();
  const after = () => () => undefined;
  const toasts = createToasts({ store, after });
  const navigation = createNavigation({ store, call: bridge.call, after, toasts });
  const comparing = createComparing({ call: bridge.call, toasts, navigation });
  return { comparing, navigation, page: (): Page => store.getState().page, toasts: () => store.getState().toasts.length };
}

describe('comparing a delivery', () => {
  test('with the one before it on its line', async () => {
    const { comparing, page, toasts } = startWindow();
    await comparing.withPrevious({ id: 'd2', lineId: 'l' });
    expect(page()).toEqual({ name: 'compare', one: 'd1', other: 'd2' });
    await comparing.withPrevious({ id: 'd1', lineId: 'l' });
    expect([page(), toasts()]).toEqual([{ name: 'compare', one: 'd1', other: 'd2' }, 1]);
  });

  test('with the one it repeats', async () => {
    const { comparing, page, toasts } = startWindow();
    await comparing.withRepeated({ id: 'd3', messageId: 'm1' });
    expect(page()).toEqual({ name: 'compare', one: 'd1', other: 'd3' });
    await comparing.withRepeated({ id: 'd1', messageId: 'm1' });
    await comparing.withRepeated({ id: 'd2' });
    expect(toasts()).toBe(2);
  });

  test('leads back to the delivery, as the lab does', () => {
    const { comparing, navigation, page } = startWindow();
    comparing.show('d1', 'd2');
    navigation.back();
    expect(page()).toEqual({ name: 'deliveries', deliveryId: 'd2' });
    navigation.goTo({ name: 'lab', lineId: 'l', deliveryId: 'd1' });
    navigation.back();
    expect(page()).toEqual({ name: 'deliveries', deliveryId: 'd1' });
  });
});
