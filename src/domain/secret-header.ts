/**
 * Which headers of a delivery are not for everybody who looks over a shoulder, and which are for nobody at all.
 * @module
 */

const shownMasked = /authorization|cookie|signature|secret|token|api-?key/i;
const neverKept = /^(?:proxy-authorization|authorization|cookie)$/i;

/** Shown masked, and revealed one by one. */
export function isMasked(headerName: string): boolean {
  return shownMasked.test(headerName);
}

/**
 * Compared as it is, unlike a signature: whoever read it in the log could send as the provider. It is never written down,
 * so it cannot be revealed either.
 */
export function isNeverKept(headerName: string): boolean {
  return neverKept.test(headerName);
}

/** Whether dots stand in a record because the value itself was not written down. */
export function isMask(value: string): boolean {
  return /^•+$/.test(value);
}

/** What is shown instead. It tells the length of short values only. */
export function maskOf(value: string): string {
  return '•'.repeat(Math.min(value.length, 12));
}
