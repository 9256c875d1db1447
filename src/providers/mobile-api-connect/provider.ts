import type { Provider } from '../../core/ports.ts';
import { checkFields, checkHeaderKey } from '../credentials.ts';
import { checkInternational } from '../number.ts';
import { info } from './info.ts';
import { registration } from './registration.ts';
import { send } from './send.ts';
import { answer, parse, verify } from './webhook.ts';
import { wire } from './wire.ts';

/** Mobile API Connect, the paired Android phone (seed 003). */
export function createMobileApiConnect(): Provider {
  return {
    name: 'mobile-api-connect',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials, { apiKey: checkHeaderKey }),
    checkNumber: checkInternational,
    verify,
    parse,
    wire,
    answer,
    send,
    registration,
  };
}
