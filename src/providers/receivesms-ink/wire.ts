/**
 * ReceiveSMS.ink's webhooks from the sender's side. Source: seed 002.
 * @module
 */
import type { SampleText } from '../../core/ports.ts';
import { jsonBody, signedJsonWire } from '../wire.ts';

export const wire = signedJsonWire({
  header: 'X-Webhook-Signature',
  credential: 'webhookSecret',
  sample: (text) => jsonBody({ event: 'sms.received', version: '1', data: dataOf(text) }),
  unknownEvent: (text) => jsonBody({ event: 'number.expiring', version: '1', data: dataOf(text) }),
});

function dataOf({ id, from, to, body, at }: SampleText) {
  return { messageId: id, from, to, body, receivedAt: at };
}
