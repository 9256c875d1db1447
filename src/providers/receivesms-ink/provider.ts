import type { Provider } from '../../core/ports.ts';
import { checkFields } from '../credentials.ts';
import { checkE164 } from '../number.ts';
import { info } from './info.ts';
import { answer, parse, verify } from './webhook.ts';
import { wire } from './wire.ts';

/** ReceiveSMS.ink private number (seed 002): receive-only. */
export function createReceiveSmsInk(): Provider {
  return {
    name: 'receivesms-ink',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials),
    checkNumber: checkE164,
    verify,
    parse,
    wire,
    answer,
  };
}
