/**
 * Ways to two deliveries side by side.
 * @module
 */
import type { DeliveryView } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';
import type { NavigationActions } from './navigation.ts';

type Context = Pick<ActionContext, 'call' | 'toasts'> & { readonly navigation: NavigationActions };

export function createComparing({ call, toasts, navigation }: Context) {
  const show = (one: string, other: string): void => navigation.goTo({ name: 'compare', one, other });
  const nothing = (): void => void toasts.show({ tone: 'plain', title: texts.toasts.nothingToCompare });

  /** With the one that came before it on the same line. */
  async function withPrevious({ id, lineId }: Pick<DeliveryView, 'id' | 'lineId'>): Promise<void> {
    const answer = await call('deliveries.list', { lineId, before: id, limit: 1 });
    if (!answer.ok) return toasts.report(answer.error);
    const [previous] = answer.value.items;
    if (previous) show(previous.id, id);
    else nothing();
  }

  /** With the one that brought the text this one repeats. */
  async function withRepeated({ id, messageId }: Pick<DeliveryView, 'id' | 'messageId'>): Promise<void> {
    if (messageId === undefined) return nothing();
    const answer = await call('messages.get', { id: messageId });
    if (!answer.ok) return toasts.report(answer.error);
    const { deliveryId } = answer.value;
    if (deliveryId !== undefined && deliveryId !== id) show(deliveryId, id);
    else nothing();
  }

  return { show, withPrevious, withRepeated };
}
