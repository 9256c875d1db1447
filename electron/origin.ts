/**
 * The window's own origin, and what may be done with any other address.
 * @module
 */

export const scheme = 'app';
const hostName = 'texttray';
export const windowUrl = `${scheme}://${hostName}/index.html`;

/** True for an address of the window's own pages. */
export function isOwnUrl(address: string): boolean {
  const url = parse(address);
  // `origin` is "null" for schemes Node does not know: compare what it is made of.
  return url?.protocol === `${scheme}:` && url.host === hostName && url.username === '' && url.password === '';
}

/** The address if it may be handed to the system's browser: http and https, nothing that starts another program. */
export function browserUrl(address: string): string | undefined {
  const url = parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
