import type { Provider } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { failed, ok } from '../../domain/result.ts';
import { checkFields } from '../credentials.ts';
import { type PhoneDependencies, send, textFromPhone } from './phone.ts';
import { answer, parse, verify } from './webhook.ts';
import { wire } from './wire.ts';

const info: Provider['info'] = {
  name: 'practice',
  label: 'Practice line',
  summary: 'A simulated phone on this computer, to try everything without an account.',
  fields: [],
  canSend: true,
  maxMedia: 10,
  reportsDelivery: true,
  answersInline: false,
  webhookHelp: 'Nothing to set up: the simulated phone knows this line.',
  securityNote: 'Its texts are signed with a secret Texttray made by itself, and go through the same checks as those of a real provider.',
};

/** The practice line: a simulated phone, so that everything works with no account. */
export function createPractice(dependencies: PhoneDependencies): Provider {
  return {
    name: 'practice',
    info,
    checkCredentials: (credentials) => checkFields(info.fields, credentials),
    checkNumber: (number) => {
      const address = normalizeAddress(number);
      return address === '' ? failed('Enter a number; any will do.') : ok(address);
    },
    verify,
    parse,
    wire,
    answer,
    send: (text, context) => send(text, context, dependencies),
    makeCredentials: (random) => ({ secret: random.token(32) }),
    textFromPhone: (body, context) => textFromPhone(body, context, dependencies),
  };
}
