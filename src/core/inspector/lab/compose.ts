/**
 * Something to begin with in the replay lab: a sample of the line's provider, a captured delivery, or a mutation.
 * @module
 */
import { refuse } from '../../../contract/errors.ts';
import type { LabRequest, Mutation } from '../../../contract/lab.ts';
import type { Handlers, ParsedInput } from '../../../contract/methods.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import { ok } from '../../../domain/result.ts';
import { sampleNumbers, sampleTexts } from '../../../domain/sample-texts.ts';
import { isMasked, maskOf } from '../../../domain/secret-header.ts';
import type { Endpoint, LineBook } from '../../line-book.ts';
import type { DeliveryLog } from '../../ports.ts';
import type { LabGround } from './ground.ts';
import { type Draft, expectations, mutate, mutationsFor, type Workshop } from './mutations.ts';

type Input = ParsedInput<'deliveries.compose'>;

type Dependencies = Pick<LabGround, 'clock' | 'random' | 'publicBase' | 'bodyLimit'> & {
  readonly lines: Pick<LineBook, 'active' | 'endpointAt' | 'localUrl'>;
  readonly deliveries: Pick<DeliveryLog, 'get'>;
};

export function createCompose(ground: Dependencies): Handlers['deliveries.compose'] {
  const { lines, deliveries, clock, random, publicBase, bodyLimit } = ground;
  let lastId = 0;
  /** Grows with every text, also over restarts: two samples are never the same text by mistake. */
  const nextId = (): number => {
    lastId = Math.max(lastId + 1, clock.now());
    return lastId;
  };
  const ago = (milliseconds: number): string => new Date(clock.now() - milliseconds).toISOString();

  const workshop = (endpoint: Endpoint, input: Input): Workshop => ({
    endpoint,
    random,
    ago,
    mediaBase: publicBase(endpoint.line),
    bodyLimit: endpoint.provider.bodyLimit ?? bodyLimit,
    text: (changes = {}) => ({
      id: nextId(),
      from: input.from ?? sampleNumbers.from,
      to: endpoint.line.number,
      body: input.body ?? sampleTexts.text,
      mediaUrls: input.mediaUrls ?? [],
      at: ago(0),
      ...changes,
    }),
    request: (body) => ({
      headers: [
        ['Host', new URL(endpoint.urls[0] ?? lines.localUrl(endpoint.line)).host],
        ['User-Agent', 'Texttray-Lab'],
        ['Accept', '*/*'],
        ['Content-Type', endpoint.provider.wire.contentType],
        ['Content-Length', String(body.byteLength)],
      ],
      body: bodyOf(body),
      sign: 'line',
    }),
  });

  return async (input) => {
    const line = lines.active(input.lineId);
    const endpoint = line && lines.endpointAt(line.webhookPath);
    if (endpoint === undefined) return refuse('line-not-found');
    const shop = workshop(endpoint, input);
    const mutations = mutationsFor(shop);
    const { mutation, mediaUrls = [] } = input;
    const needsMedia = mediaUrls.length > 0 || mutation === 'three-attachments' || mutation === 'media-missing';
    if (needsMedia && !mutations.includes('three-attachments')) return refuse('media-not-supported');
    if (mutation === 'stale' && !mutations.includes('stale')) return refuse('lab-no-time');
    if (input.deliveryId === undefined) return ok({ ...drafted(sampleOf(shop), mutation, shop), mutations });
    const captured = await deliveries.get(input.deliveryId);
    if (captured === undefined) return refuse('not-found', { message: 'This delivery is older than the app keeps them.' });
    return ok({ ...drafted(capturedOf(captured), mutation, shop), mutations });
  };
}

function drafted(base: LabRequest, mutation: Mutation | undefined, shop: Workshop): Draft {
  if (mutation !== undefined) return mutate(mutation, base, shop);
  // What was made of a delivery then says nothing about now: its text is known, or a secret has been corrected.
  const expected = base.deliveryId === undefined ? [expectations(shop.endpoint).accepted] : [];
  return { requests: [base], expected, together: false };
}

function sampleOf({ endpoint, request, text }: Workshop): LabRequest {
  return request(endpoint.provider.wire.sample(text()));
}

function capturedOf({ id, headers, body }: Delivery): LabRequest {
  return {
    headers: headers.map(([name, value]) => [name, isMasked(name) ? maskOf(value) : value]),
    body: bodyOf(Buffer.from(body, 'base64')),
    sign: 'as-is',
    deliveryId: id,
  };
}

/** As text where no byte is lost by it. */
function bodyOf(bytes: Uint8Array): LabRequest['body'] {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'base64', base64: Buffer.from(bytes).toString('base64') };
  }
}
