/**
 * Keeps deliveries: every request that reached a line's path, with what was made of it. Acknowledging a text must not take
 * longer for it, so all but the moment of the decision waits until the answer has been given.
 * @module
 */
import type { Delivery, DeliveryReason, DeliverySummary, Verdict } from '../domain/delivery.ts';
import { isNeverKept, maskOf } from '../domain/secret-header.ts';
import type { Answer, Clock, DeliveryLog, Logger, Random, WebhookRequest } from './ports.ts';
import type { Problems } from './problems.ts';
import { type SecretSources, secretValuesNow } from './secret-values.ts';
import type { Announcer } from './state.ts';

/** A request on its way through the receiver, with the times of its stations. */
export type Passage = {
  readonly deliveryId: string;
  readonly request: WebhookRequest;
  readonly lineId: string;
  readonly startedAt: number;
  /** Too many refused deliveries came: if this one is refused as well, it is not kept. */
  readonly recordRefusal: boolean;
  readonly origin?: Delivery['origin'];
  verifiedAt?: number;
  storedAt?: number;
};

export type PassageOptions = { readonly recordRefusal?: boolean; readonly origin?: Delivery['origin'] };

export type Decision = {
  readonly verdict: Verdict;
  readonly status: number;
  readonly reason?: DeliveryReason | undefined;
  readonly messageId?: string | undefined;
  /** What a repetition of its text is known by. */
  readonly key?: string | undefined;
  /** What is answered besides the status. */
  readonly answer?: Pick<Answer, 'contentType' | 'body'> | undefined;
};

export type Recorder = {
  begin(request: WebhookRequest, lineId: string, options?: PassageOptions): Passage;
  /** Keeps the delivery in the background; a store that fails is the log's to report, not the sender's. */
  record(passage: Passage, decision: Decision): void;
  /** Keeps the delivery durably. Rejects with `StoreUnavailable`. */
  recordDurably(passage: Passage, decision: Decision): Promise<void>;
  /** Its text was announced just now. */
  notified(passage: Passage): void;
  /** Hands over to the log what still waits for its turn. */
  flush(): void;
};

type Dependencies = {
  readonly deliveries: DeliveryLog;
  readonly announcer: Announcer;
  readonly problems: Problems;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Whether deliveries are kept. */
  readonly isOn: () => boolean;
  /** Whose values are not written down, in whatever header they come. */
  readonly secrets: SecretSources;
  /** Told of the headers of a delivery that is refused because it does not prove who sent it, as they arrived. */
  readonly onRefused: (deliveryId: string, headers: WebhookRequest['headers'], isWithheld: IsWithheld) => void;
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

/** Whether the value of a header is not to be written down. */
export type IsWithheld = (header: readonly [name: string, value: string]) => boolean;

/** A decision that was made at `answeredAt`. */
type Made = { readonly passage: Passage; readonly decision: Decision; readonly answeredAt: number };

export function createRecorder(dependencies: Dependencies): Recorder {
  const { deliveries, announcer, problems, clock, random, logger, isOn, secrets, onRefused, onRecorded } = dependencies;
  let queue: Made[] = [];

  const withheldNow = (): IsWithheld => {
    const isSecret = secretValuesNow(secrets);
    return ([name, value]) => isNeverKept(name) || isSecret(value);
  };
  const keep = async (made: Made, durable: boolean, isWithheld = withheldNow()): Promise<void> => {
    const { passage, decision } = made;
    if (decision.reason !== undefined && unproven.has(decision.reason)) onRefused(passage.deliveryId, passage.request.headers, isWithheld);
    const delivery = toDelivery(made, isWithheld);
    await deliveries.append(delivery, { durable });
    const { headers: _headers, body: _body, answer: _answer, ...summary } = delivery;
    announcer.change({ kind: 'delivery', delivery: summary });
    onRecorded(summary);
  };
  const flush = (): void => {
    const turn = queue;
    queue = [];
    const isWithheld = withheldNow();
    for (const made of turn)
      keep(made, false, isWithheld).catch((error: unknown) => logger.warn('delivery.not-kept', { lineId: made.passage.lineId, error }));
  };
  deliveries.onWritable((writable) => {
    if (writable) problems.clear(notRecorded.id);
    else problems.raise(notRecorded);
  });
  return {
    begin: (request, lineId, { recordRefusal = true, origin } = {}) => ({
      deliveryId: `d_${random.token(12)}`,
      request,
      lineId,
      startedAt: clock.monotonic(),
      recordRefusal,
      ...(origin !== undefined && { origin }),
    }),
    record(passage, decision) {
      if (!isOn() || (decision.verdict === 'rejected' && !passage.recordRefusal)) return;
      queue.push({ passage, decision, answeredAt: clock.monotonic() });
      if (queue.length === 1) clock.after(0, flush);
    },
    recordDurably: (passage, decision) => keep({ passage, decision, answeredAt: clock.monotonic() }, true),
    notified({ deliveryId, startedAt }) {
      // A record waits a tenth of a second before it is written. One that was written meanwhile, because a rule took long
      // or many texts came at once, stays without this time: a second record would cost every reader more than it tells.
      const delivery = deliveries.amend(deliveryId, since(startedAt, clock.monotonic()));
      if (delivery !== undefined) announcer.change({ kind: 'delivery', delivery });
    },
    flush,
  };
}

/** Nothing where nothing but a status was answered. */
function answered(answer: Decision['answer']): Pick<Delivery, 'answer'> {
  if (answer?.contentType === undefined && answer?.body === undefined) return {};
  const { contentType, body } = answer;
  return { answer: { ...(contentType !== undefined && { contentType }), ...(body !== undefined && { body }) } };
}

/** Milliseconds, to the microsecond. */
function since(start: number, moment: number): number {
  return Math.round((moment - start) * 1000) / 1000;
}

function toDelivery({ passage, decision, answeredAt }: Made, isWithheld: IsWithheld): Delivery {
  const { request, startedAt, verifiedAt, storedAt, origin } = passage;
  const { reason, messageId, key, answer } = decision;
  return {
    id: passage.deliveryId,
    lineId: passage.lineId,
    receivedAt: request.arrivedAt,
    method: request.method,
    path: request.path,
    ...(request.query !== undefined && { query: request.query }),
    headers: request.headers.map((header) => [header[0], isWithheld(header) ? maskOf(header[1]) : header[1]]),
    body: Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength).toString('base64'),
    bytes: request.body.byteLength,
    source: request.source,
    verdict: decision.verdict,
    ...(reason !== undefined && { reason }),
    status: decision.status,
    ...answered(answer),
    ...(messageId !== undefined && { messageId }),
    ...(key !== undefined && { key }),
    ...(origin !== undefined && { origin }),
    timings: {
      verified: since(startedAt, verifiedAt ?? answeredAt),
      ...(storedAt !== undefined && { stored: since(startedAt, storedAt) }),
      answered: since(startedAt, answeredAt),
    },
  };
}
