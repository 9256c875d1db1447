/**
 * The contract's `deliveries.list|get|reveal|rates`: what arrived, with everything masked that could let a reader forge
 * the next one.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import { ok } from '../../domain/result.ts';
import { isMask, isMasked, isNeverKept, maskOf } from '../../domain/secret-header.ts';
import type { Clock, DeliveryLog, MessageLog } from '../ports.ts';
import { ratesUpTo } from './rates.ts';

export type RecordNames = 'deliveries.list' | 'deliveries.get' | 'deliveries.reveal' | 'deliveries.rates';

type Dependencies = {
  readonly deliveries: DeliveryLog;
  readonly messages: Pick<MessageLog, 'get'>;
  readonly clock: Pick<Clock, 'now'>;
};

const gone = () => refuse('not-found', { message: 'This delivery is older than the app keeps them.' });

export function createDeliveryHandlers({ deliveries, messages, clock }: Dependencies): Pick<Handlers, RecordNames> {
  return {
    async 'deliveries.list'({ messageId, ...query }) {
      if (messageId === undefined) return ok(await deliveries.list(query));
      // Of an imported archive the deliveries do not know their message, but it knows the one it came from.
      const deliveryId = (await messages.get(messageId))?.deliveryId;
      return ok(await deliveries.list({ ...query, message: { id: messageId, deliveryId } }));
    },
    async 'deliveries.get'({ id }) {
      const delivery = await deliveries.get(id);
      if (delivery === undefined) return gone();
      const { body, headers, ...rest } = delivery;
      return ok({ ...rest, headers: headers.map(masked), bodyBase64: body, bodyText: asText(body) });
    },
    async 'deliveries.reveal'({ id, header }) {
      const delivery = await deliveries.get(id);
      if (delivery === undefined) return gone();
      const [name, value] = delivery.headers[header] ?? [];
      if (name === undefined || value === undefined) return refuse('not-found');
      return isNeverKept(name) || isMask(value) ? refuse('never-kept') : ok({ value });
    },
    'deliveries.rates': async ({ lineId, hours }) => ok(await ratesUpTo(clock.now(), { deliveries, lineId, hours })),
  };
}

function masked([name, value]: [string, string]): [string, string] {
  return isMasked(name) ? [name, maskOf(value)] : [name, value];
}

/** The body as text when it is UTF-8, `null` when it is not. */
function asText(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
