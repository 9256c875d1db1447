/**
 * Pointing the forward-all webhook at Texttray: `PUT /v1/webhooks` with a Bearer API key. Source: Mobile API Connect
 * "Receiving inbound & webhooks". Nothing documents how to read the URL back, so a change by others is not seen here.
 * @module
 */
import { z } from 'zod';
import type { LineContext, Registration } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { ask, saidBy, undocumentedRefusal } from '../asking.ts';
import { apiUrl, credential } from '../credentials.ts';
import { equalInConstantTime } from '../hmac.ts';
import { readJson } from '../json.ts';
import type { HttpAnswer } from '../outcome.ts';
import { readError, texts } from './errors.ts';
import { usualAddress } from './send.ts';

const name = 'Mobile API Connect';

export const registration: Registration = {
  documented: true,
  usable: (credentials) => credential(credentials, 'apiKey') !== undefined,
  write,
};

async function write(url: string, { credentials, http }: LineContext): Promise<Result<void, string>> {
  const apiKey = credential(credentials, 'apiKey');
  if (apiKey === undefined) return failed('Enter the API key in the settings of this line, so that Texttray can set the webhook URL.');
  const question = { method: 'PUT', url: apiUrl(credentials, usualAddress, '/v1/webhooks'), apiKey, body: { url, enabled: true } } as const;
  const answer = await ask(http, question, { name, explain });
  if (!answer.ok) return failed(answer.error.sentence);
  return holdsOtherSecret(answer.value.body, credential(credentials, 'webhookSecret')) ? failed(newSecret) : ok(undefined);
}

const newSecret =
  'Mobile API Connect took the webhook URL, but signs with another secret now. Copy the signing secret from its portal under Webhooks into the settings of this line.';

const secretSchema = z.string().regex(/^whsec_[A-Za-z0-9+/_=-]{16,}$/);
const answerSchema = z.record(z.string(), z.unknown());

/**
 * The how-to guide (seed 003) says that a secret is handed out at registration, the reference shows no answer. Where the
 * answer names a whole secret that is not the stored one, every text would be refused from now on: better said at once.
 */
function holdsOtherSecret(body: string, stored: string | undefined): boolean {
  const parsed = answerSchema.safeParse(readJson(body));
  const secrets = Object.values(parsed.success ? parsed.data : {}).flatMap((value) => secretSchema.safeParse(value).data ?? []);
  return secrets.length > 0 && !secrets.some((secret) => equalInConstantTime(withoutPrefix(secret), withoutPrefix(stored ?? '')));
}

/** A secret may have been stored without its prefix. */
function withoutPrefix(secret: string): string {
  return secret.replace(/^whsec_/, '');
}

/** What the codes mean here, where that is something else than when a text is sent. */
const sentences: Readonly<Record<string, string>> = {
  no_webhook_config:
    'No webhook is set up in this account yet. Copy this URL once into the Mobile API Connect portal under Webhooks; later changes are made by Texttray.',
  no_active_device_for_tenant: 'The paired phone is offline. Switch it on, connect it to the internet and open the app.',
};

function explain({ status, body }: HttpAnswer): string {
  const error = readError(body);
  if (error === undefined) return undocumentedRefusal(name, status);
  if (error.code === 'validation_error') return `Mobile API Connect does not take this URL. ${saidBy(error.said) ?? ''}`.trim();
  const known = Object.hasOwn(texts, error.code) ? texts[error.code] : undefined;
  const sentence = Object.hasOwn(sentences, error.code) ? sentences[error.code] : known && `${known.message} ${known.resolution}`;
  return sentence ?? `${undocumentedRefusal(name, status)} It says: ${saidBy(error.code)}`;
}
