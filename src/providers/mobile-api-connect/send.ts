/**
 * Sending through the paired phone: `POST /v1/messages` with a Bearer API key. Source: Mobile API Connect "REST API
 * Reference". Its `callback` is left out: what would be posted there is not documented.
 * @module
 */
import { z } from 'zod';
import type { OutboundText, SendContext, SendOutcome } from '../../core/ports.ts';
import { apiUrl, credential } from '../credentials.ts';
import { fingerprint } from '../hmac.ts';
import { readJson } from '../json.ts';
import { failureFor, type HttpAnswer, keyMissing, mediaRefused, undocumentedAnswer, withoutAnswer } from '../outcome.ts';
import { readError, texts } from './errors.ts';

export const usualAddress = 'https://api.mobileapiconnect.com';
export const maxLength = 1_600;

const takenSchema = z.object({ id: z.string().min(1) });

/** Hands a text to the phone. There is no `from`: it is the phone's own number. */
export async function send(text: OutboundText, { credentials, http }: SendContext): Promise<SendOutcome> {
  const apiKey = credential(credentials, 'apiKey');
  if (apiKey === undefined) return keyMissing('API key');
  if (text.mediaUrls.length > 0) return mediaRefused('Mobile API Connect takes no attachments.', 'Send the text alone.');
  const outcome = await http({
    method: 'POST',
    url: apiUrl(credentials, usualAddress, '/v1/messages'),
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ to: text.to, text: text.body, ref: referenceFor(text.clientId) }),
  });
  if (outcome.kind !== 'answer') return withoutAnswer(outcome);
  return outcome.status >= 200 && outcome.status < 300 ? taken(outcome) : refusal(outcome);
}

/** `ref` holds 64 characters; a longer id becomes its SHA-256, which has just as many. */
function referenceFor(clientId: string): string {
  return clientId.length <= 64 ? clientId : fingerprint([clientId]);
}

/** A 2xx was taken, even when its body cannot be read: sending again would send twice. */
function taken(answer: HttpAnswer): SendOutcome {
  const parsed = takenSchema.safeParse(readJson(answer.body));
  return { kind: 'accepted', status: 'sent', ...(parsed.success && { providerId: parsed.data.id }) };
}

/** With no phone online nothing is queued (503 `no_active_device_for_tenant`), so that one is tried again. */
function refusal(answer: HttpAnswer): SendOutcome {
  const error = readError(answer.body);
  if (error === undefined) return undocumentedAnswer(answer);
  const failure = failureFor(texts, error.code, error.said);
  if (error.code === 'no_active_device_for_tenant') return { kind: 'retry', failure };
  if (Object.hasOwn(texts, error.code)) return { kind: 'refused', failure };
  const undocumented = undocumentedAnswer(answer);
  return undocumented.kind === 'refused' ? { kind: 'refused', failure } : undocumented;
}
