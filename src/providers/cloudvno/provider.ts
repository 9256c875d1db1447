import type { Clock, Provider } from '../../core/ports.ts';
import { checkFields, checkHeaderKey } from '../credentials.ts';
import { checkE164 } from '../number.ts';
import { info } from './info.ts';
import { list } from './list.ts';
import { createRegistration } from './registration.ts';
import { send } from './send.ts';
import { answer, parse, verify } from './webhook.ts';
import { wire } from './wire.ts';

/**
 * A failed delivery is tried again after 1, 5 and 30 minutes, then given up (seed 001, "Retry Logic"). Whether the three
 * count from the first failure or each from the one before is not said; read carefully, the last try comes 30 minutes
 * after the first. So a text that failed when a gap began is tried once more when the gap is 30 minutes old, and every
 * later one after that: nothing from a gap that is over by then is lost.
 */
const retryWindowMs = 30 * 60_000;

/** CloudVNO (seeds 000 and 001). */
export function createCloudVno({ clock }: { clock: Clock }): Provider {
  return {
    name: 'cloudvno',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials, { apiKey: checkHeaderKey }),
    checkNumber: checkE164,
    verify,
    parse,
    wire,
    answer,
    send: (text, context) => send(text, context, clock),
    retryWindowMs,
    list: (query, context) => list(query, context, clock),
    registration: createRegistration({ clock }),
  };
}
