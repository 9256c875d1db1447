/**
 * Keeps deliveries: every request that reached a line's path, with what was made of it.
 * @module
 */
import type { Delivery, DeliveryReason, DeliverySummary, Verdict } from '../domain/delivery.ts';
import type { Clock, DeliveryLog, Logger, Random, WebhookRequest } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Announcer } from './state.ts';

/** A request on its way through the receiver, with the times of its stations. */
export type Passage = {
  readonly deliveryId: string;
  readonly request: WebhookRequest;
  readonly lineId: string;
  readonly startedAt: number;
  /** Too many refused deliveries came: if this one is refused as well, it is not kept. */
  readonly recordRefusal: boolean;
  verifiedAt?: number;
  storedAt?: number;
};

export type Decision = {
  readonly verdict: Verdict;
  readonly status: number;
  readonly reason?: DeliveryReason | undefined;
  readonly messageId?: string | undefined;
};

export type Recorder = {
  begin(request: WebhookRequest, lineId: string, recordRefusal?: boolean): Passage;
  /** Keeps the delivery in the background; a store that fails is the log's to report, not the sender's. */
  record(passage: Passage, decision: Decision): void;
  /** Keeps the delivery durably. Rejects with `StoreUnavailable`. */
  recordDurably(passage: Passage, decision: Decision): Promise<void>;
};

type Dependencies = {
  readonly deliveries: DeliveryLog;
  readonly announcer: Announcer;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Told of the headers of a delivery that is refused because it does not prove who sent it, as they arrived. */
  readonly onRefused: (deliveryId: string, headers: WebhookRequest['headers']) => void;
  /** Told of each delivery kept. */
  readonly onRecorded: (delivery: DeliverySummary) => void;
};

const notRecorded = {
  id: 'deliveries',
  code: 'deliveries-not-recorded',
  message: 'Texts arrive and are kept, but their raw deliveries cannot be written down right now.',
  action: 'Free some disk space or check the data folder; it recovers by itself',
} as const;

/** Refused for what it carries as proof, not for the time or the line. */
const unproven: ReadonlySet<DeliveryReason> = new Set([
  'signature-missing',
  'signature-malformed',
  'signature-wrong',
  'authorization-missing',
  'authorization-wrong',
]);

export function createRecorder({ deliveries, announcer, problems, clock, random, logger, onRefused, onRecorded }: Dependencies): Recorder {
  const keep = async (passage: Passage, decision: Decision, durable: boolean): Promise<void> => {
    const delivery = toDelivery(passage, decision, clock.monotonic());
    await deliveries.append(delivery, { durable });
    const { headers: _headers, body: _body, answer: _answer, ...summary } = delivery;
    announcer.change({ kind: 'delivery', delivery: summary });
    onRecorded(summary);
  };
  deliveries.onWritable((writable) => {
    if (writable) problems.clear(notRecorded.id);
    else problems.raise(notRecorded);
  });
  return {
    begin: (request, lineId, recordRefusal = true) => ({
      deliveryId: `d_${random.token(12)}`,
      request,
      lineId,
      startedAt: clock.monotonic(),
      recordRefusal,
    }),
    record(passage, decision) {
      if (decision.verdict === 'rejected' && !passage.recordRefusal) return;
      if (decision.reason !== undefined && unproven.has(decision.reason)) onRefused(passage.deliveryId, passage.request.headers);
      keep(passage, decision, false).catch((error: unknown) => logger.warn('delivery.not-kept', { lineId: passage.lineId, error }));
    },
    recordDurably: (passage, decision) => keep(passage, decision, true),
  };
}

/** What is compared as it is, unlike a signature: whoever read it in the log could send as the provider. It is not kept. */
const bareSecret = /^(?:proxy-authorization|authorization|cookie)$/i;

function kept([name, value]: readonly [string, string]): [string, string] {
  return [name, bareSecret.test(name) ? '•'.repeat(Math.min(value.length, 12)) : value];
}

function toDelivery(passage: Passage, decision: Decision, answeredAt: number): Delivery {
  const { request, startedAt, verifiedAt, storedAt } = passage;
  const since = (moment: number): number => Math.round((moment - startedAt) * 1000) / 1000;
  return {
    id: passage.deliveryId,
    lineId: passage.lineId,
    receivedAt: request.arrivedAt,
    method: request.method,
    path: request.path,
    headers: request.headers.map(kept),
    body: Buffer.from(request.body).toString('base64'),
    bytes: request.body.byteLength,
    source: request.source,
    verdict: decision.verdict,
    ...(decision.reason !== undefined && { reason: decision.reason }),
    status: decision.status,
    ...(decision.messageId !== undefined && { messageId: decision.messageId }),
    timings: {
      verified: since(verifiedAt ?? answeredAt),
      ...(storedAt !== undefined && { stored: since(storedAt) }),
      answered: since(answeredAt),
    },
  };
}
