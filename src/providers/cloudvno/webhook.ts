/**
 * CloudVNO's webhooks: form-encoded, signed over the public URL and the decoded parameters.
 * Sources: seed 000 (inbound SMS), seed 001 (signature).
 * @module
 */
import type { Answer, Parsed, Verification, VerifyContext, WebhookRequest } from '../../core/ports.ts';
import { credential } from '../credentials.ts';
import { mediaUrlsFrom } from '../fields.ts';
import { headerValue } from '../header.ts';
import { checkHexSignature, hmacSha256Hex } from '../hmac.ts';
import { notUnderstood } from '../json.ts';
import { describeFailure } from './errors.ts';
import { decodeForm, type Form, urlencodeSorted } from './form.ts';
import { statusFrom } from './status.ts';
import { inboundText } from './text.ts';

/**
 * `X-CloudVNO-Signature` is the lowercase hex HMAC-SHA256, keyed with the auth token, of the URL directly followed by
 * the sorted, encoded parameters. Retries may be signed for a URL the line had before, so every one of them counts.
 */
export function verify(request: WebhookRequest, { credentials, urls }: VerifyContext): Verification {
  const authToken = credential(credentials, 'authToken');
  if (authToken === undefined) return { ok: false, reason: 'secret-missing' };
  return checkHexSignature(headerValue(request.headers, 'X-CloudVNO-Signature'), /^([0-9a-f]{64})$/, (matches) => {
    const form = decodeForm(request.body);
    const parameters = form && urlencodeSorted(form);
    return parameters !== undefined && urls.some((url) => matches(hmacSha256Hex(authToken, url + parameters)));
  });
}

/**
 * Reads `MessageSid, From, To, Body, NumMedia, MediaUrl0…`, or a status callback. The overview (seed 001) lists calls,
 * verifications and numbers too: they may be pointed at the same URL and are events we do not know.
 */
export function parse(request: WebhookRequest): Parsed {
  const form = decodeForm(request.body);
  if (form === undefined) return notUnderstood('body-unreadable');
  const sid = form.get('MessageSid')?.trim();
  const mediaUrls = mediaUrlsOf(form);
  if (form.has('Body') || mediaUrls.length > 0) return parseText(form, sid, mediaUrls);
  if (sid && form.has('MessageStatus')) return parseStatus(form, sid);
  const isMessage = form.size === 0 || sid !== undefined || form.has('From');
  return notUnderstood(isMessage ? 'fields-missing' : 'event-unknown');
}

function parseText(form: Form, sid: string | undefined, mediaUrls: readonly string[]): Parsed {
  const text = inboundText({ sid, from: form.get('From'), body: form.get('Body') ?? '', mediaUrls });
  return text === undefined ? notUnderstood('fields-missing') : { kind: 'text', text };
}

/**
 * `NumMedia` is not trusted with how far to count: an attachment it forgot is still one, and a large number costs
 * nothing.
 */
function mediaUrlsOf(form: Form): string[] {
  return mediaUrlsFrom(Array.from({ length: 20 }, (_, index) => form.get(`MediaUrl${index}`)));
}

/** The names `MessageStatus` and `ErrorCode` are a guess after Twilio's: CloudVNO does not document its status callback. */
function parseStatus(form: Form, sid: string): Parsed {
  const status = statusFrom(form.get('MessageStatus'));
  if (status === undefined) return notUnderstood('event-unknown');
  if (status !== 'failed' && status !== 'undelivered') return { kind: 'status', report: { providerId: sid, status } };
  const failure = describeFailure(form.get('ErrorCode') || status, undefined);
  return { kind: 'status', report: { providerId: sid, status, failure } };
}

/** 204 and nothing, or an XML document whose one message is sent at once (seed 000). It can hold text only. */
export function answer(reply?: { readonly body: string }): Answer {
  if (reply === undefined || reply.body === '') return { status: 204 };
  const body = `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${escapeXml(reply.body)}</Message></Response>`;
  return { status: 200, contentType: 'text/xml', body };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };

/** Escapes text for XML 1.0 and drops the characters that no XML document may hold, escaped or not. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}
