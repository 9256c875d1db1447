import type { Clock, Provider } from '../../core/ports.ts';
import { checkFields, checkHeaderKey } from '../credentials.ts';
import { checkE164 } from '../number.ts';
import { info } from './info.ts';
import { send } from './send.ts';
import { answer, parse, verify } from './webhook.ts';

/** CloudVNO (seeds 000 and 001). */
export function createCloudVno({ clock }: { clock: Clock }): Provider {
  return {
    name: 'cloudvno',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials, { apiKey: checkHeaderKey }),
    checkNumber: checkE164,
    verify,
    parse,
    answer,
    send: (text, context) => send(text, context, clock),
  };
}
