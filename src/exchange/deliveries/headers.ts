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

/** A name of a header (RFC 9110, 5.6.2). Anything else was never on the wire, and may be a command's option or file. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What a value can hold on the wire: no control character but a tab, one byte a character. */
const value = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
/** How secrets that are compared as they are were written down: characters that no header can have. */
const masked = /^•+$/;
/** Credentials of somebody that arrived in other headers than the usual ones. */
const bareSecret = /secret|token|passw|api-?key|credential/i;
const proof = /signature|digest|hmac/i;

export type TakenHeader =
  | { readonly kind: 'as-is'; readonly name: string; readonly value: string }
  /** Its value is not kept, or not for others: it stands in a variable. */
  | { readonly kind: 'secret'; readonly name: string; readonly variable: string };

/** The headers to send again, in their order. */
export function takenHeaders(headers: readonly (readonly [string, string])[]): readonly TakenHeader[] {
  return headers.flatMap(([name, content]): TakenHeader[] => {
    if (!token.test(name) || ofTheTransport.has(name.toLowerCase())) return [];
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
  return proof.test(name);
}

/** The content type as it arrived; '' when there was none. */
export function contentTypeOf(headers: readonly (readonly [string, string])[]): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

function isSecret(name: string, content: string): boolean {
  return masked.test(content) || (bareSecret.test(name) && !isProof(name) && content !== '');
}

/** `X-Api-Key` → `TEXTTRAY_X_API_KEY` */
function variableFor(name: string): string {
  return `TEXTTRAY_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
