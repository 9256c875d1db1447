/**
 * CloudSpire Voice / onCloud webhooks: JSON with an optional static Authorization header. Source: seed 004.
 * @module
 */
import { z } from 'zod';
import type { Answer, Parsed, Verification, VerifyContext, WebhookRequest } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { toInstant } from '../../domain/time.ts';
import { credential } from '../credentials.ts';
import { mediaUrlsFrom, wireAddress, wireText } from '../fields.ts';
import { headerValue } from '../header.ts';
import { equalInConstantTime, fingerprint } from '../hmac.ts';
import { readEvent } from '../json.ts';

/** There is no signature: the Auth Header, where one is set, must be exactly the same; otherwise the path is the secret. */
export function verify(request: WebhookRequest, { credentials }: VerifyContext): Verification {
  const authHeader = credential(credentials, 'authHeader');
  if (authHeader === undefined) return { ok: true };
  const given = headerValue(request.headers, 'Authorization');
  if (given === undefined) return { ok: false, reason: 'authorization-missing' };
  return equalInConstantTime(given, authHeader) ? { ok: true } : { ok: false, reason: 'authorization-wrong' };
}

const inboundSchema = z.object({
  from: wireAddress,
  to: z.string().catch(''),
  text: wireText,
  media: z.unknown().optional(),
  timestamp: z.string().min(1),
});

/** Reads the one documented event. It has no id, so a text is known by everything in it. */
export function parse(request: WebhookRequest): Parsed {
  const read = readEvent(request.body, ['sms.inbound'], inboundSchema);
  if (!read.ok) return read.error;
  const { from, to, text, media, timestamp } = read.value;
  const mediaUrls = mediaUrlsFrom(Array.isArray(media) ? media : [media]);
  const providerAt = toInstant(timestamp);
  return {
    kind: 'text',
    text: {
      key: `sha256:${fingerprint([from, to, timestamp, text, mediaUrls])}`,
      from: normalizeAddress(from),
      body: text,
      mediaUrls,
      ...(providerAt !== undefined && { providerAt }),
    },
  };
}

/** 200 and nothing, or JSON whose `reply` is sent at once: it must not be there unless it is meant. */
export function answer(reply?: { readonly body: string; readonly mediaUrls?: readonly string[] }): Answer {
  if (reply === undefined || reply.body === '') return { status: 200 };
  const media = reply.mediaUrls ?? [];
  const body = JSON.stringify({ reply: reply.body, ...(media.length > 0 && { media }) });
  return { status: 200, contentType: 'application/json', body };
}
