/**
 * Makes the carrier of the chosen kind.
 * @module
 */
import type { Clock, SecretVault } from '../core/ports.ts';
import type { Carrier } from './carrier.ts';
import { createCloudflaredCarrier } from './cloudflared/carrier.ts';
import type { SecretName, TunnelDocument } from './document.ts';
import { createNgrokCarrier, type NgrokDependencies } from './ngrok/carrier.ts';
import { createOwnUrlCarrier } from './own-url/carrier.ts';
import { createSshCarrier } from './ssh/carrier.ts';
import type { HostKeyBook } from './ssh/host-key.ts';
import type { SshTimings } from './ssh/timings.ts';

/** What of the world outside the kinds depend on; the real one when not given. */
export type TunnelWorld = {
  readonly env?: NodeJS.ProcessEnv;
  readonly ssh?: SshTimings;
  readonly ngrok?: Pick<NgrokDependencies, 'server' | 'timings' | 'load'>;
};

export type CarrierDependencies = {
  readonly clock: Clock;
  readonly vault: SecretVault;
  readonly hostKeys: HostKeyBook;
  readonly world: TunnelWorld;
};

/** `undefined`: there is no tunnel to open. */
export function carrierFor(document: TunnelDocument, { clock, vault, hostKeys, world }: CarrierDependencies): Carrier | undefined {
  const secret = (name: SecretName) => (): Promise<string | undefined> =>
    document.secrets.includes(name) ? vault.get(name) : Promise.resolve(undefined);
  const { env = process.env } = world;
  switch (document.kind) {
    case 'none':
      return undefined;
    case 'own-url':
      return document.publicUrl === null ? undefined : createOwnUrlCarrier(document.publicUrl);
    case 'ssh':
      if (document.ssh === null) return undefined;
      return createSshCarrier(document.ssh, {
        clock,
        hostKeys,
        passphrase: secret('tunnel:ssh-passphrase'),
        env,
        ...(world.ssh !== undefined && { timings: world.ssh }),
      });
    case 'ngrok':
      return createNgrokCarrier(document.ngrok, { clock, token: secret('tunnel:ngrok-token'), ...world.ngrok });
    case 'cloudflared':
      return createCloudflaredCarrier(document.cloudflared, { clock, token: secret('tunnel:cloudflared-token'), env });
  }
}
