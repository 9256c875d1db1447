/**
 * What the window may ask of the tunnel beyond its settings.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import type { Tunnel } from './ports.ts';
import type { Reception } from './reception.ts';

export function createTunnelHandlers({
  tunnel,
  reception,
}: {
  tunnel: Tunnel;
  reception: Reception;
}): Pick<Handlers, 'tunnel.acceptHostKey'> {
  return {
    'tunnel.acceptHostKey': async ({ fingerprint }) => {
      const accepted = await tunnel.acceptHostKey(fingerprint);
      return accepted.ok ? ok(reception.status()) : accepted;
    },
  };
}
