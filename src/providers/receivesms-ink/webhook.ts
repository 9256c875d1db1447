/**
 * ReceiveSMS.ink's webhooks: JSON, signed over the raw body. Source: seed 002.
 * @module
 */
import { z } from 'zod';
import type { Answer, Parsed, Verification, VerifyContext, WebhookRequest } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { toInstant } from '../../domain/time.ts';
import { credential } from '../credentials.ts';
import { wireAddress, wireText } from '../fields.ts';
import { headerValue } from '../header.ts';
import { checkHexSignature, fingerprint, hmacSha256Hex } from '../hmac.ts';
import { readEvent } from '../json.ts';

/** `X-Webhook-Signature: sha256=<lowercase hex HMAC-SHA256(secret, raw body)>`. */
export function verify(request: WebhookRequest, { credentials }: VerifyContext): Verification {
  const secret = credential(credentials, 'webhookSecret');
  if (secret === undefined) return { ok: false, reason: 'secret-missing' };
  return checkHexSignature(headerValue(request.headers, 'X-Webhook-Signature'), /^sha256=([0-9a-f]{64})$/, (matches) =>
    matches(hmacSha256Hex(secret, request.body)),
  );
}

const receivedSchema = z.object({
  data: z.object({ messageId: z.number(), from: wireAddress, body: wireText, receivedAt: z.string().optional().catch(undefined) }),
});

/** Reads the one documented event. A payload version other than `1` is read as well as long as these fields are there. */
export function parse(request: WebhookRequest): Parsed {
  const read = readEvent(request.body, ['sms.received'], receivedSchema);
  if (!read.ok) return read.error;
  const { messageId, from, body, receivedAt } = read.value.data;
  const providerAt = toInstant(receivedAt ?? '');
  return {
    kind: 'text',
    text: {
      key: keyOf(messageId, request.body),
      providerId: String(messageId),
      from: normalizeAddress(from),
      body,
      mediaUrls: [],
      ...(providerAt !== undefined && { providerAt }),
    },
  };
}

/** Past 2^53 JavaScript reads different ids as the same number; the whole body tells them apart then. */
function keyOf(messageId: number, body: Uint8Array): string {
  return Number.isSafeInteger(messageId) ? `id:${messageId}` : `sha256:${fingerprint([Buffer.from(body).toString('base64')])}`;
}

/** The answer has no meaning beyond its status. */
export function answer(): Answer {
  return { status: 204 };
}
