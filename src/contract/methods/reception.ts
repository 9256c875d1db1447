/**
 * `tunnel.*` and `reception.*`: the way in, and whether it holds.
 * @module
 */
import { z } from 'zod';
import { reachHistorySchema } from '../reachability.ts';
import { tunnelSettingsSchema } from '../tunnel.ts';
import { tunnelStatusSchema } from '../views.ts';
import { method, nothing } from './method.ts';

export const receptionMethods = {
  'tunnel.status': method(nothing, tunnelStatusSchema),
  'tunnel.configure': method(tunnelSettingsSchema, tunnelStatusSchema),
  'tunnel.start': method(nothing, tunnelStatusSchema),
  'tunnel.stop': method(nothing, tunnelStatusSchema),
  /** After `host-key-changed`: this is the server's key from now on. The fingerprint is the one the user was shown. */
  'tunnel.acceptHostKey': method(z.object({ fingerprint: z.string().max(100) }), tunnelStatusSchema),

  /** Proves the way now, instead of at its turn. */
  'reception.check': method(nothing, tunnelStatusSchema),
  'reception.pause': method(nothing, tunnelStatusSchema),
  'reception.resume': method(nothing, tunnelStatusSchema),
  'reception.history': method(z.object({ days: z.number().int().min(1).max(31).default(1) }), reachHistorySchema),
} as const;
