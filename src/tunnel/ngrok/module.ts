/**
 * ngrok's native module, loaded when it is first needed: an installation without its native part works with every other
 * kind of tunnel.
 * @module
 */
import { createRequire } from 'node:module';

export type NgrokModule = Pick<typeof import('@ngrok/ngrok'), 'SessionBuilder'>;

/**
 * Throws when the module or its part for this system is not there. It is required, not imported, because it has to stay
 * outside of the bundle: it finds its native part beside itself.
 */
export function loadNgrok(): NgrokModule {
  return createRequire(import.meta.url)('@ngrok/ngrok') as NgrokModule;
}
