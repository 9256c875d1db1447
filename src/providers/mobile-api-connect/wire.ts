/**
 * Mobile API Connect's webhooks from the sender's side. Sources: seed 003, its webhooks guide. Which bytes of the secret
 * are the key is not documented: samples are signed with the whole string.
 * @module
 */
import type { ProviderWire, SampleText } from '../../core/ports.ts';
import { jsonBody, signHmac } from '../wire.ts';

const signed = {
  header: 'X-MAC-Signature',
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
  sample: (text) => jsonBody({ event: 'message.received', ...fieldsOf(text) }),
  carriesTime: true,
  unknownEvent: (text) => jsonBody({ event: 'device.offline', ...fieldsOf(text) }),
  mistakes: [],
};

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
