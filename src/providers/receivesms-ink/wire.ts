/**
 * ReceiveSMS.ink's webhooks from the sender's side. Source: seed 002.
 * @module
 */
import type { ProviderWire, SampleText } from '../../core/ports.ts';
import { jsonBody, signHmac } from '../wire.ts';

const signed = {
  header: 'X-Webhook-Signature',
  credential: 'webhookSecret',
  prefix: 'sha256=' as const,
  canonical: (body: Uint8Array) => body,
};

export const wire: ProviderWire = {
  ...signed,
  contentType: 'application/json',
  scheme: 'hmac-sha256-hex',
  coversUrl: false,
  retries: {},
  sign: signHmac(signed),
  sample: (text) => jsonBody({ event: 'sms.received', version: '1', data: dataOf(text) }),
  carriesTime: true,
  unknownEvent: (text) => jsonBody({ event: 'number.expiring', version: '1', data: dataOf(text) }),
  mistakes: [],
};

function dataOf({ id, from, to, body, at }: SampleText) {
  return { messageId: id, from, to, body, receivedAt: at };
}
