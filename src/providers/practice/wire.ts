/**
 * The practice line's webhooks from the phone's side.
 * @module
 */
import type { ProviderWire } from '../../core/ports.ts';
import { jsonBody, signHmac } from '../wire.ts';
import type { PracticeEvent } from './webhook.ts';

const signed = {
  header: 'X-Practice-Signature',
  credential: 'secret',
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
  sample({ id, from, to, body, at }) {
    const event: PracticeEvent = { event: 'practice.text', id: `sample-${id}`, from, to, text: body, sentAt: at };
    return jsonBody(event);
  },
  carriesTime: true,
  unknownEvent: ({ id, at }) => jsonBody({ event: 'practice.call', id: `sample-${id}`, at }),
  mistakes: [],
};
