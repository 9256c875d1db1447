/**
 * The practice line's webhooks from the phone's side.
 * @module
 */
import { jsonBody, signedJsonWire } from '../wire.ts';
import type { PracticeEvent } from './webhook.ts';

export const wire = signedJsonWire({
  header: 'X-Practice-Signature',
  credential: 'secret',
  sample: ({ id, from, to, body, at }) => {
    const event: PracticeEvent = { event: 'practice.text', id: `sample-${id}`, from, to, text: body, sentAt: at };
    return jsonBody(event);
  },
  unknownEvent: ({ id, at }) => jsonBody({ event: 'practice.call', id: `sample-${id}`, at }),
});
