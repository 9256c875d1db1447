/**
 * Mobile API Connect's webhooks from the sender's side. Sources: seed 003, its webhooks guide. Which bytes of the secret
 * are the key is not documented: samples are signed with the whole string.
 * @module
 */
import type { SampleText } from '../../core/ports.ts';
import { jsonBody, signedJsonWire } from '../wire.ts';

export const wire = signedJsonWire({
  header: 'X-MAC-Signature',
  credential: 'webhookSecret',
  sample: (text) => jsonBody({ event: 'message.received', ...fieldsOf(text) }),
  unknownEvent: (text) => jsonBody({ event: 'device.offline', ...fieldsOf(text) }),
});

/** Numbers come as digits without `+`. */
function fieldsOf({ id, from, to, body, at }: SampleText) {
  return {
    from: from.replace(/^\+/, ''),
    to: to.replace(/^\+/, ''),
    text: body,
    ref: null,
    receivedAt: at,
    deviceId: `dev_${id}`,
    tenantId: 'ten_sample',
    tenantName: 'Sample',
  };
}
