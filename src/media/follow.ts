/**
 * Finds an attachment through redirects. Every step is a connection of its own, checked like the first one.
 * @module
 */
import { ask, type Exchange, type ExchangeOptions } from './exchange.ts';
import { lasting, statusTrouble } from './failures.ts';

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** An answer whose body is the attachment, and where it was found. */
export type Found = Exchange & { readonly url: URL };

/** Resolves with an answer of status 200. Rejects with `MediaTrouble`, the system's error or the signal's reason. */
export async function find(address: string, options: ExchangeOptions): Promise<Found> {
  let url = httpUrl(address);
  for (let step = 0; step <= mostRedirects; step += 1) {
    const exchange = await ask(url, options);
    const { statusCode: status = 0, headers } = exchange.answer;
    if (status === 200) return { ...exchange, url };
    exchange.end();
    if (!redirects.has(status) || headers.location === undefined) throw statusTrouble(status);
    const next = httpUrl(headers.location, url);
    // What was asked for in secret is not fetched where everybody on the way can read it.
    if (url.protocol === 'https:' && next.protocol === 'http:') throw lasting('address-refused');
    url = next;
  }
  throw lasting('too-many-redirects');
}

function httpUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw lasting('address-refused');
  return url;
}
