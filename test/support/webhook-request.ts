import type { WebhookRequest } from '../../src/core/ports.ts';

/** A request as the receiver hands it to a provider. */
export function webhookRequest(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): WebhookRequest {
  return {
    method: 'POST',
    path: '/hooks/abcdefghijklmnopqrstuv',
    headers: Object.entries(headers),
    body: typeof body === 'string' ? Buffer.from(body) : body,
    source: '127.0.0.1',
    arrivedAt: '2026-03-01T12:00:00.000Z',
  };
}
