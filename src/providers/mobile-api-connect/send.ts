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
import { type ErrorTexts, failureFor, type HttpAnswer, keyMissing, mediaRefused, undocumentedAnswer, withoutAnswer } from '../outcome.ts';

export const usualAddress = 'https://api.mobileapiconnect.com';
export const maxLength = 1_600;

const texts: ErrorTexts = {
  validation_error: {
    message: 'Something in the message is not valid.',
    resolution: 'Check the number and that the text has 1 to 1600 characters.',
  },
  unauthorized: {
    message: 'The API key is missing or malformed.',
    resolution: 'Enter the whole key, from sk_live_ on, in the settings of this line.',
  },
  invalid_api_key: {
    message: 'The API key was not found or was revoked.',
    resolution: 'Pair the phone again to get a new API key and enter it here.',
  },
  tenant_inactive: {
    message: 'The Mobile API Connect account is suspended.',
    resolution: 'Contact Mobile API Connect to have it activated.',
  },
  not_found: {
    message: 'Mobile API Connect does not know what was asked for.',
    resolution: 'Check the API address in the settings of this line.',
  },
  no_webhook_config: {
    message: 'No webhook is set up in this account yet.',
    resolution: 'Set the webhook URL of this line at Mobile API Connect first.',
  },
  no_active_device_for_tenant: {
    message: 'The paired phone is offline.',
    resolution: 'Switch the phone on, connect it to the internet and open the app. The text is tried again by itself.',
  },
};

const takenSchema = z.object({ id: z.string().min(1) });
const errorSchema = z.object({ error: z.string().min(1).max(80), issues: z.array(z.unknown()).catch([]).default([]) });
const issueSchema = z.object({
  path: z
    .array(z.union([z.string(), z.number()]))
    .catch([])
    .default([]),
  message: z.string(),
});

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
  const parsed = errorSchema.safeParse(readJson(answer.body));
  if (!parsed.success) return undocumentedAnswer(answer);
  const { error: code, issues } = parsed.data;
  const failure = failureFor(texts, code, code === 'validation_error' ? firstIssue(issues) : undefined);
  if (code === 'no_active_device_for_tenant') return { kind: 'retry', failure };
  if (Object.hasOwn(texts, code)) return { kind: 'refused', failure };
  const undocumented = undocumentedAnswer(answer);
  return undocumented.kind === 'refused' ? { kind: 'refused', failure } : undocumented;
}

function firstIssue(issues: readonly unknown[]): string | undefined {
  const issue = issueSchema.safeParse(issues[0]);
  return issue.success ? [...issue.data.path, issue.data.message].join(': ') : undefined;
}
