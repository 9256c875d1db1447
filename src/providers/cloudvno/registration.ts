/**
 * Pointing a CloudVNO number at Texttray. This is a guess: documented is only the SDK's
 * `client.incoming_phone_numbers(number).update(sms_url=…, sms_method="POST")` (seed 000). Its `client.messages.send(…)`
 * is `POST /v1/messages` with the same names in JSON, so this is taken to be `POST /v1/incoming_phone_numbers/{number}`,
 * and a GET of the same to hold `sms_url`. Because it is a guess, a 2xx is not believed until CloudVNO names the URL.
 * @module
 */
import type { Clock, LineContext, Registration } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { apiUrl, credential } from '../credentials.ts';
import { readJson } from '../json.ts';
import { askCloudVno } from './asking.ts';
import { fieldsOf } from './fields.ts';
import { usualAddress } from './send.ts';

export function createRegistration({ clock }: { readonly clock: Clock }): Registration {
  return {
    documented: false,
    usable: (credentials) => credential(credentials, 'apiKey') !== undefined,
    read: (context) => read(context, clock),
    write: (url, context) => write(url, context, clock),
  };
}

async function read(context: LineContext, clock: Clock): Promise<Result<string | null, string>> {
  const apiKey = credential(context.credentials, 'apiKey');
  if (apiKey === undefined) return failed(keyNeeded);
  const answer = await askCloudVno(context.http, { method: 'GET', url: numberUrl(context), apiKey }, 'numbers:read', clock);
  if (!answer.ok) return failed(`${answer.error.sentence} ${byHand}`);
  const held = smsUrlIn(answer.value.body);
  return held === undefined ? failed(`CloudVNO does not say where the number points. ${byHand}`) : ok(held);
}

async function write(url: string, context: LineContext, clock: Clock): Promise<Result<void, string>> {
  const apiKey = credential(context.credentials, 'apiKey');
  if (apiKey === undefined) return failed(keyNeeded);
  const question = { method: 'POST', url: numberUrl(context), apiKey, body: { sms_url: url, sms_method: 'POST' } } as const;
  const answer = await askCloudVno(context.http, question, 'numbers:write', clock);
  if (!answer.ok) return failed(`${answer.error.sentence} ${byHand}`);
  if (smsUrlIn(answer.value.body) === url) return ok(undefined);
  const now = await read(context, clock);
  return now.ok && now.value === url ? ok(undefined) : failed(`CloudVNO does not confirm that the number points here. ${byHand}`);
}

function numberUrl({ credentials, number }: LineContext): string {
  return apiUrl(credentials, usualAddress, `/v1/incoming_phone_numbers/${encodeURIComponent(number)}`);
}

/** The URL that the number holds, `null` when it holds none; `undefined` when the answer does not say. */
function smsUrlIn(body: string): string | null | undefined {
  const top = fieldsOf(readJson(body));
  const places = top === undefined ? [] : [top, ...wrappers.flatMap((name) => fieldsOf(top.get(name)) ?? [])];
  const held = places.find((place) => place.has('smsurl'))?.get('smsurl');
  if (held === null) return null;
  return typeof held === 'string' ? held.trim() || null : undefined;
}

const wrappers = ['data', 'incomingphonenumber', 'phonenumber', 'number', 'result'];

const keyNeeded = 'Enter the API key in the settings of this line, so that Texttray can ask where the number points.';
const byHand =
  'How to set it is not documented, so Texttray has to guess: in the CloudVNO dashboard copy this URL into Phone Numbers → your number → Messaging → Webhook URL.';
