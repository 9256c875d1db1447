/**
 * Mobile API Connect's webhooks: JSON, signed over the raw body. Sources: seed 003, its webhooks guide.
 * @module
 */
import { z } from 'zod';
import type { Answer, Parsed, Verification, VerifyContext, WebhookRequest } from '../../core/ports.ts';
import { addressFromBareDigits } from '../../domain/peer.ts';
import { toInstant } from '../../domain/time.ts';
import { credential } from '../credentials.ts';
import { wireAddress, wireText } from '../fields.ts';
import { headerValue } from '../header.ts';
import { checkHexSignature, fingerprint, hmacSha256Hex } from '../hmac.ts';
import { readEvent } from '../json.ts';

/**
 * `X-MAC-Signature` is `sha256=<hex>` in the webhooks guide, and the bare digest in the words of seed 003: both are
 * taken. The HMAC-SHA256 is over the raw body, and every possible key is tried whichever fits.
 */
export function verify(request: WebhookRequest, { credentials }: VerifyContext): Verification {
  const secret = credential(credentials, 'webhookSecret');
  if (secret === undefined) return { ok: false, reason: 'secret-missing' };
  return checkHexSignature(headerValue(request.headers, 'X-MAC-Signature'), /^(?:sha256=)?([0-9a-f]{64})$/, (matches) =>
    possibleKeys(secret)
      .map((key) => matches(hmacSha256Hex(key, request.body)))
      .includes(true),
  );
}

const shortestKey = 16;

/**
 * The guide does not say which bytes of a `whsec_…` secret are the key: the whole string, what follows the prefix, or
 * that decoded from base64. What decodes to fewer than 16 bytes is left out: nobody may sign with a key they can guess,
 * and a prefix alone would even leave the empty key.
 */
function possibleKeys(secret: string): (string | Uint8Array)[] {
  const rest = secret.replace(/^whsec_/, '');
  const decoded = /^[A-Za-z0-9+/_-]+={0,2}$/.test(rest) ? Buffer.from(rest, 'base64') : Buffer.alloc(0);
  return [secret, ...[rest, decoded].filter((key) => Buffer.byteLength(key) >= shortestKey)];
}

const id = z
  .union([z.string().min(1), z.number()])
  .optional()
  .catch(undefined);
const receivedSchema = z.object({
  id,
  messageId: id,
  from: wireAddress,
  text: wireText,
  receivedAt: z.string().min(1),
  deviceId: z.string().optional().catch(undefined),
});

/**
 * Reads the one documented inbound event. The guide says "key on the message ID", but the documented body has none: one
 * is used where it is there, else what makes a text what it is.
 */
export function parse(request: WebhookRequest): Parsed {
  const read = readEvent(request.body, ['message.received'], receivedSchema);
  if (!read.ok) return read.error;
  const { from, text, receivedAt, deviceId } = read.value;
  const providerId = read.value.messageId ?? read.value.id;
  const providerAt = toInstant(receivedAt);
  return {
    kind: 'text',
    text: {
      key: providerId === undefined ? `sha256:${fingerprint([deviceId ?? null, from, receivedAt, text])}` : `id:${providerId}`,
      ...(providerId !== undefined && { providerId: String(providerId) }),
      from: addressFromBareDigits(from),
      body: text,
      mediaUrls: [],
      ...(providerAt !== undefined && { providerAt }),
    },
  };
}

/** The answer has no meaning beyond its status. */
export function answer(): Answer {
  return { status: 204 };
}
