import type { Provider } from '../../core/ports.ts';
import { checkFields } from '../credentials.ts';
import { checkInternational } from '../number.ts';
import { info } from './info.ts';
import { send } from './send.ts';
import { answer, parse, verify } from './webhook.ts';
import { wire } from './wire.ts';

/** An Authorization header with other characters never arrives as it was entered. */
function checkAuthHeader(value: string): string | undefined {
  return /^[\x20-\x7e]+$/.test(value) ? undefined : 'This has characters no header can hold. Copy it again.';
}

/** CloudSpire Voice / onCloud (seed 004). */
export function createCloudSpire(): Provider {
  return {
    name: 'cloudspire',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials, { authHeader: checkAuthHeader }),
    checkNumber: checkInternational,
    verify,
    parse,
    wire,
    answer,
    send,
  };
}
