/**
 * The providers' side of the signatures, written from their documents and independent of the code under test.
 * @module
 */
import { createHmac } from 'node:crypto';

/** A request a provider would send. */
export type Signed = { readonly headers: Record<string, string>; readonly body: string };

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

/** ReceiveSMS.ink (seed 002). */
export function receiveSmsInk(secret: string, message: { id: number; from: string; to?: string; text: string }): Signed {
  const body = JSON.stringify({
    event: 'sms.received',
    version: '1',
    data: {
      messageId: message.id,
      from: message.from,
      to: message.to ?? '+12025550100',
      body: message.text,
      receivedAt: '2026-03-01T15:30:00.000Z',
    },
  });
  return { body, headers: { 'content-type': 'application/json', 'x-webhook-signature': `sha256=${hmac(secret, body)}` } };
}

/** CloudVNO (seeds 000 and 001); for texts of ASCII letters, digits, spaces and `+` only, which every encoder writes alike. */
export function cloudVno(token: string, url: string, params: Record<string, string>): Signed {
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');
  const sorted = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
  const encoded = sorted.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
  return {
    body: encoded,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-cloudvno-signature': hmac(token, url + encoded) },
  };
}

/** Mobile API Connect (seed 003), keyed with the whole `whsec_` string. */
export function mobileApiConnect(secret: string, message: { from: string; text: string; receivedAt?: string }): Signed {
  const body = JSON.stringify({
    event: 'message.received',
    from: message.from,
    to: '911234500000',
    text: message.text,
    ref: null,
    receivedAt: message.receivedAt ?? '2026-06-12T14:32:00.000Z',
    deviceId: 'dev_1',
    tenantId: 'ten_1',
    tenantName: 'Example',
  });
  return { body, headers: { 'content-type': 'application/json', 'x-mac-signature': `sha256=${hmac(secret, body)}` } };
}

/** CloudSpire (seed 004): a static header, no signature. */
export function cloudSpire(
  authHeader: string | undefined,
  message: { from: string; text: string; timestamp?: string; media?: readonly string[] },
): Signed {
  const body = JSON.stringify({
    event: 'sms.inbound',
    from: message.from,
    to: '+14045559999',
    text: message.text,
    timestamp: message.timestamp ?? '2026-02-13T14:30:00-05:00',
    ...(message.media && { media: message.media }),
  });
  return { body, headers: { 'content-type': 'application/json', ...(authHeader !== undefined && { authorization: authHeader }) } };
}
