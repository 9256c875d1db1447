/**
 * The user's own proxy or port forward: nothing to start, and nothing that could be started again.
 * @module
 */
import { ok } from '../../domain/result.ts';
import type { Carrier } from '../carrier.ts';

/** `publicUrl` is what `parsePublicUrl` made of what the user entered. */
export function createOwnUrlCarrier(publicUrl: string): Carrier {
  return {
    name: publicUrl,
    restartable: false,
    open: () => ok({ publicUrl, close: async () => undefined }),
  };
}
