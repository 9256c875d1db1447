/**
 * The contract's `deliveries.*`: what arrived, with everything masked that could let a reader forge the next one.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import { ok } from '../../domain/result.ts';
import type { DeliveryLog } from '../ports.ts';

const secretHeader = /authorization|cookie|signature|secret|token|api-?key/i;

export function createDeliveryHandlers({ deliveries }: { deliveries: DeliveryLog }): Pick<Handlers, 'deliveries.list' | 'deliveries.get'> {
  return {
    'deliveries.list': async ({ lineId, before, limit }) =>
      ok(await deliveries.list({ limit, ...(lineId !== undefined && { lineId }), ...(before !== undefined && { before }) })),
    'deliveries.get': async ({ id }) => {
      const delivery = await deliveries.get(id);
      if (delivery === undefined) return refuse('not-found', { message: 'This delivery is older than the app keeps them.' });
      const { body, headers, ...rest } = delivery;
      return ok({ ...rest, headers: headers.map(masked), bodyBase64: body, bodyText: asText(body) });
    },
  };
}

function masked([name, value]: [string, string]): [string, string] {
  return secretHeader.test(name) ? [name, '•'.repeat(Math.min(value.length, 12))] : [name, value];
}

/** The body as text when it is UTF-8, `null` when it is not. */
function asText(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
