/**
 * The log of deliveries, newest first.
 * @module
 */
import type { ActionContext } from './context.ts';
import type { DeliveriesState } from './model.ts';

const pageSize = 100;

export function createDeliveries({ store, call }: Pick<ActionContext, 'store' | 'call'>) {
  function change(changes: Partial<DeliveriesState>): void {
    store.setState(({ deliveries }) => ({ deliveries: { ...deliveries, ...changes } }));
  }

  /** Loads the newest page and keeps what is older when the two meet. */
  async function load(): Promise<void> {
    change({ phase: store.getState().deliveries.phase === 'ready' ? 'ready' : 'loading' });
    const answer = await call('deliveries.list', { limit: pageSize });
    if (!answer.ok) return change({ phase: 'failed', failure: answer.error });
    const { items, nextBefore } = answer.value;
    const present = store.getState().deliveries;
    const fresh = new Set(items.map(({ id }) => id));
    const meets = present.items.some(({ id }) => fresh.has(id));
    const older = meets ? present.items.filter(({ id }) => !fresh.has(id)) : [];
    change({ items: [...items, ...older], nextBefore: older.length > 0 ? present.nextBefore : nextBefore, phase: 'ready', failure: null });
  }

  async function loadMore(): Promise<void> {
    const { nextBefore, phase } = store.getState().deliveries;
    if (phase !== 'ready' || nextBefore === null) return;
    change({ phase: 'loading' });
    const answer = await call('deliveries.list', { limit: pageSize, before: nextBefore });
    if (!answer.ok) return change({ phase: 'failed', failure: answer.error });
    const { items } = store.getState().deliveries;
    change({ items: [...items, ...answer.value.items], nextBefore: answer.value.nextBefore, phase: 'ready' });
  }

  const get = (id: string) => call('deliveries.get', { id });
  /** The message a delivery became. */
  const message = (id: string) => call('messages.get', { id });

  return { load, loadMore, get, message };
}
