/**
 * The practice line's webhooks, made up by Texttray: JSON, signed over the raw body, with the id every provider should
 * send. They take the same way through the receiver as a real provider's.
 * @module
 */
import { z } from 'zod';
import type { Answer, HttpOutcome, Parsed, SendContext, Verification, VerifyContext, WebhookRequest } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { toInstant } from '../../domain/time.ts';
import { credential } from '../credentials.ts';
import { wireAddress, wireText } from '../fields.ts';
import { headerValue } from '../header.ts';
import { checkHexSignature, hmacSha256Hex } from '../hmac.ts';
import { readEvent } from '../json.ts';

const signatureHeader = 'X-Practice-Signature';

const eventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('practice.text'),
    id: z.string().min(1),
    from: wireAddress,
    to: z.string(),
    text: wireText,
    sentAt: z.string(),
  }),
  z.object({ event: z.literal('practice.status'), id: z.string().min(1), status: z.enum(['delivered', 'undelivered']) }),
]);
export type PracticeEvent = z.output<typeof eventSchema>;

/** `X-Practice-Signature: sha256=<lowercase hex HMAC-SHA256(secret, raw body)>`. */
export function verify(request: WebhookRequest, { credentials }: VerifyContext): Verification {
  const secret = credential(credentials, 'secret');
  if (secret === undefined) return { ok: false, reason: 'secret-missing' };
  return checkHexSignature(headerValue(request.headers, signatureHeader), /^sha256=([0-9a-f]{64})$/, (matches) =>
    matches(hmacSha256Hex(secret, request.body)),
  );
}

/** Reads a text of the simulated phone, or its word that it got ours. */
export function parse(request: WebhookRequest): Parsed {
  const read = readEvent(request.body, ['practice.text', 'practice.status'], eventSchema);
  if (!read.ok) return read.error;
  const event = read.value;
  if (event.event === 'practice.status') return { kind: 'status', report: { providerId: event.id, status: event.status } };
  const providerAt = toInstant(event.sentAt);
  return {
    kind: 'text',
    text: {
      key: `id:${event.id}`,
      providerId: event.id,
      from: normalizeAddress(event.from),
      body: event.text,
      mediaUrls: [],
      ...(providerAt !== undefined && { providerAt }),
    },
  };
}

/** The answer has no meaning beyond its status. */
export function answer(): Answer {
  return { status: 204 };
}

/** Signs an event and posts it to the receiver on this computer, as a provider would. */
export function postEvent(event: PracticeEvent, { credentials, http, localWebhookUrl }: SendContext): Promise<HttpOutcome> {
  const body = JSON.stringify(event);
  const signature = `sha256=${hmacSha256Hex(credential(credentials, 'secret') ?? '', body)}`;
  return http({
    method: 'POST',
    url: localWebhookUrl,
    headers: { 'Content-Type': 'application/json', [signatureHeader]: signature },
    body,
  });
}
