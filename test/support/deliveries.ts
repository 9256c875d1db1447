/**
 * Deliveries for tests of the log and of what is made of it.
 * @module
 */
import type { DeliveryPage, DeliveryQuery } from '../../src/core/ports.ts';
import type { Delivery, DeliverySummary } from '../../src/domain/delivery.ts';
import type { Store } from '../../src/store/open-store.ts';

export const deliveriesStart = Date.parse('2026-03-01T12:00:00.000Z');

/** The delivery with this number; each arrived a second after the one before. */
export function aDelivery(index: number, overrides: Partial<Delivery> = {}): Delivery {
  return {
    id: `d_${index}`,
    lineId: `l_${index % 3}`,
    receivedAt: new Date(deliveriesStart + index * 1_000).toISOString(),
    method: 'POST',
    path: '/hooks/AAAAAAAAAAAAAAAAAAAAAA',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Signature', `number ${index}`],
    ],
    body: Buffer.from(`body ${index}`).toString('base64'),
    bytes: 10,
    source: '203.0.113.7',
    verdict: 'accepted',
    status: 200,
    timings: { verified: 0.2, stored: 0.6, answered: 0.7 },
    ...overrides,
  };
}

export function summaryOf({ headers: _headers, body: _body, answer: _answer, ...rest }: Delivery): DeliverySummary {
  return rest;
}

/** All pages of a list, from `before` on. */
export async function pagesOf({ deliveries }: Pick<Store, 'deliveries'>, query: DeliveryQuery): Promise<DeliveryPage[]> {
  const pages: DeliveryPage[] = [];
  let before: string | null | undefined = query.before;
  while (before !== null) {
    const page: DeliveryPage = await deliveries.list({ ...query, before });
    pages.push(page);
    before = page.nextBefore;
  }
  return pages;
}

/** The ids of all pages of a list. */
export async function idsOf(store: Pick<Store, 'deliveries'>, query: Partial<DeliveryQuery> = {}): Promise<string[]> {
  const pages = await pagesOf(store, { limit: 70, ...query });
  return pages.flatMap(({ items }) => items.map(({ id }) => id));
}
