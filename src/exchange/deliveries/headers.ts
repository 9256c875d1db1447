/**
 * Which headers of a delivery are taken along, and which were the transport's.
 * @module
 */

/** Made anew for each connection (RFC 9110, 7.6.1), or by whoever sends: they say nothing of what was sent. */
const ofTheTransport = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
]);

/**
 * Added by tunnels and proxies on the way here. They add them again, and some refuse a request that has them already
 * (https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/).
 */
const ofTheWay = /^(?:x-forwarded-|cf-|ngrok-|forwarded$|via$|cdn-loop$|x-real-ip$|true-client-ip$)/i;

/** A name of a header (RFC 9110, 5.6.2). Anything else was never on the wire, and may be a command's option or file. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What a value can hold on the wire: no control character but a tab, one byte a character. */
const value = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
/** How secrets that are compared as they are were written down: characters that no header can have. */
const masked = /^•+$/;
/** Credentials of somebody that arrived in other headers than the usual ones. */
const bareSecret = /authorization|cookie|secret|token|passw|api-?key|credential/i;
/** Sums of the body prove nothing by themselves, but tell what was masked in it to whoever tries all numbers. */
const proof = /signature|digest|hmac|md5|checksum|^etag$/i;
const sum = /sha-?\d|hash/i;

export type TakenHeader =
  | { readonly kind: 'as-is'; readonly name: string; readonly value: string }
  /** Its value is not kept, or not for others: it stands in a variable. */
  | { readonly kind: 'secret'; readonly name: string; readonly variable: string };

/**
 * The headers to send again, in their order.
 * @param sameWay through the public URL: what proxies add is left to them
 */
export function takenHeaders(headers: readonly (readonly [string, string])[], sameWay: boolean): readonly TakenHeader[] {
  return headers.flatMap(([name, content]): TakenHeader[] => {
    if (!token.test(name) || ofTheTransport.has(name.toLowerCase()) || (sameWay && ofTheWay.test(name))) return [];
    if (isSecret(name, content)) return [{ kind: 'secret', name, variable: variableFor(name) }];
    return value.test(content) ? [{ kind: 'as-is', name, value: content }] : [];
  });
}

/** All headers as they may be shown to others: secrets as dots. */
export function shownHeaders(headers: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return headers.map(([name, content]) => [name, isSecret(name, content) ? '•'.repeat(8) : content]);
}

/** Whether a header proves its request: it fits this request only, and is no secret. */
export function isProof(name: string): boolean {
  return proof.test(name) || sum.test(name);
}

/** The content type as it arrived; '' when there was none. */
export function contentTypeOf(headers: readonly (readonly [string, string])[]): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

function isSecret(name: string, content: string): boolean {
  return masked.test(content) || (bareSecret.test(name) && !proof.test(name) && content !== '');
}

/** `X-Api-Key` → `TEXTTRAY_X_API_KEY` */
function variableFor(name: string): string {
  return `TEXTTRAY_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
