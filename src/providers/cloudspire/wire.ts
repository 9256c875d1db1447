/**
 * CloudSpire's webhooks from the sender's side: no signature, an optional static header. Source: seed 004.
 * @module
 */
import type { ProviderWire, SampleText } from '../../core/ports.ts';
import { credential } from '../credentials.ts';
import { jsonBody } from '../wire.ts';

const header = 'Authorization';

export const wire: ProviderWire = {
  contentType: 'application/json',
  header,
  credential: 'authHeader',
  scheme: 'static',
  prefix: '',
  coversUrl: false,
  retries: { timeoutSeconds: 30 },
  canonical: () => undefined,
  sign({ credentials }) {
    const value = credential(credentials, 'authHeader');
    return value === undefined ? undefined : [header, value];
  },
  sample: (text) => jsonBody({ event: 'sms.inbound', ...fieldsOf(text) }),
  carriesTime: true,
  unknownEvent: (text) => jsonBody({ event: 'call.missed', ...fieldsOf(text) }),
  mistakes: [],
};

function fieldsOf({ from, to, body, mediaUrls, at }: SampleText) {
  return { from, to, text: body, ...(mediaUrls.length > 0 && { media: mediaUrls }), timestamp: at };
}
