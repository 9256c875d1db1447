import type { WebhookRequest } from '../core/ports.ts';

/**
 * The value of a header, its name compared without case; `undefined` when it is not there or empty. A header that was
 * sent twice comes back joined by a comma, as WSGI and Node do: then it has no documented form and is refused.
 */
export function headerValue(headers: WebhookRequest['headers'], name: string): string | undefined {
  const wanted = name.toLowerCase();
  const values = headers.filter(([each]) => each.toLowerCase() === wanted).map(([, value]) => value);
  return values.join(', ').trim() || undefined;
}
