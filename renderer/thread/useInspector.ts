import type { Message } from '../../src/domain/message.ts';
import { useCommand } from '../keyboard/useCommand.ts';
import { useActions } from '../state/binding.tsx';

/** The key for the raw deliveries: those of the message with the focus, or else of the newest that came in. */
export function useInspector(messages: readonly Message[]): void {
  const { deliveries } = useActions();
  useCommand('inspector', () => {
    const focused = document.activeElement?.closest('[data-message]')?.getAttribute('data-message');
    const message = messages.find(({ id }) => id === focused) ?? messages.findLast(({ deliveryId }) => deliveryId !== undefined);
    if (message?.deliveryId === undefined) return false;
    return deliveries.showOf(message.id, message.deliveryId);
  });
}
