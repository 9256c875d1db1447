import type { TakenDelivery } from '../../src/core/ports.ts';
import type { Delivery } from '../../src/domain/delivery.ts';

type Parts = Partial<Omit<Delivery, 'body'>> & { readonly body?: string | Uint8Array };

/** A delivery as it is kept; what is not given is plain. */
export function deliveryOf({ body = '', ...parts }: Parts = {}): Delivery {
  const bytes = Buffer.from(body);
  return {
    id: 'd_1',
    lineId: 'l_1',
    receivedAt: '2026-03-01T12:00:00.000Z',
    method: 'POST',
    path: '/hooks/abcdefghijklmnopqrstuv',
    headers: [],
    source: '127.0.0.1',
    verdict: 'accepted',
    status: 204,
    timings: { verified: 0.4, stored: 1.2, answered: 1.5 },
    ...parts,
    body: bytes.toString('base64'),
    bytes: bytes.length,
  };
}

/** The same with where it is to be sent again. */
export function takenOf(parts: Parts = {}, url = 'https://texts.example.com/hooks/abcdefghijklmnopqrstuv'): TakenDelivery {
  return { delivery: deliveryOf(parts), provider: 'receivesms-ink', url };
}
