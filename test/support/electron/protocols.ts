/**
 * Stands in for `protocol`. Chromium takes no scheme of ours from outside, so the page lives at an https origin instead:
 * `app://texttray/…` ⇄ `https://texttray.stand-in/…`. No request leaves the machine: each is answered by the handler the
 * app registered, with its status, headers and bytes, or refused.
 * @module
 */
import type { CustomScheme, Protocol } from 'electron';
import type { Route } from 'playwright';
import { desktop } from './desktop.ts';
import { app, mustBeReady } from './lifecycle.ts';

type Handler = Parameters<Protocol['handle']>[1];

const standInOrigin = 'https://texttray.stand-in';
let declared: CustomScheme[] | undefined;
const handlers = new Map<string, Handler>();

/** The address the page has in Chromium. */
export function toStandIn(address: string): string {
  return address.replace(/^app:\/\/texttray(?=\/|$)/, standInOrigin);
}

/** The address the page has in the app. */
export function fromStandIn(address: string): string {
  return address.replace(/^https:\/\/texttray\.stand-in(?=\/|$)/, 'app://texttray');
}

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before the app is ready.');
    if (declared !== undefined) throw new Error('registerSchemesAsPrivileged can be called only once.');
    declared = schemes;
    desktop.schemes = schemes;
  },
  handle(scheme, handler) {
    mustBeReady('protocol.handle');
    if (handlers.has(scheme)) throw new Error(`There is a handler for ${scheme} already.`);
    if (!declared?.some((each) => each.scheme === scheme && each.privileges?.standard && each.privileges.secure)) {
      throw new Error(`${scheme} was not declared as standard and secure, so its pages would have no origin.`);
    }
    handlers.set(scheme, handler);
  },
} satisfies Partial<Protocol>;

/** Answers a request of the page through the app's own handler. */
export async function answerRoute(route: Route): Promise<void> {
  const request = route.request();
  const address = fromStandIn(request.url());
  const handler = handlers.get(new URL(address).protocol.slice(0, -1));
  if (handler === undefined) return route.abort('blockedbyclient');
  const response = await handler(new Request(address, { method: request.method(), headers: request.headers() }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
