/**
 * Sending through CloudSpire: `POST /webhook-to-sms.php` with the webhook secret in the body. Source: seed 004, whose
 * error codes, meanings and resolutions these are.
 * @module
 */
import { z } from 'zod';
import type { OutboundText, SendContext, SendOutcome } from '../../core/ports.ts';
import { apiUrl, credential } from '../credentials.ts';
import { readJson } from '../json.ts';
import { type ErrorTexts, failureFor, type HttpAnswer, keyMissing, mediaRefused, undocumentedAnswer, withoutAnswer } from '../outcome.ts';

export const usualAddress = 'https://api.cloudspirevoice.com';

const texts: ErrorTexts = {
  'WH-AUTH': {
    message: 'Secret is missing or does not match',
    resolution: 'Verify the secret value matches the Webhook Secret provided to you by your onCloud administrator',
  },
  'WH-1': {
    message: 'Missing required fields or invalid JSON',
    resolution: 'Ensure from, to, and either text or media_url are present in a valid JSON body',
  },
  'WH-2': {
    message: 'Phone number format invalid',
    resolution: 'Use 10–15 digit format, digits only (e.g., 14045559999, not +1-404-555-9999)',
  },
  'WH-3': {
    message: 'DID not configured for webhook',
    resolution: 'The from number must be provisioned for webhook SMS by your onCloud administrator',
  },
  'WH-23-2': {
    message: 'No active SMS plan for this DID',
    resolution: 'Contact your onCloud administrator to verify the DID has an active SMS plan',
  },
  'WH-23-3': {
    message: 'Monthly SMS limit exceeded',
    resolution:
      "The plan's monthly message limit has been reached. Contact your administrator to increase the limit or wait for the next billing cycle.",
  },
  'WH-23-4': {
    message: 'Plan does not include outbound',
    resolution: 'The SMS plan for this DID does not include outbound messages. Contact your administrator.',
  },
};

const answerSchema = z.object({ status: z.enum(['success', 'error']), message: z.string() });

/** Hands a text to CloudSpire. Numbers go without `+`; there is room for one attachment. */
export async function send(text: OutboundText, { credentials, http }: SendContext): Promise<SendOutcome> {
  const secret = credential(credentials, 'secret');
  if (secret === undefined) return keyMissing('webhook secret');
  if (text.mediaUrls.length > 1) return mediaRefused('CloudSpire takes one attachment in one message.', 'Send the attachments one by one.');
  const to = digitsOf(text.to);
  if (!/^\d{10,15}$/.test(to))
    return { kind: 'refused', failure: failureFor(texts, 'WH-2', 'CloudSpire sends to numbers of 10 to 15 digits only.') };
  const [mediaUrl] = text.mediaUrls;
  const outcome = await http({
    method: 'POST',
    url: apiUrl(credentials, usualAddress, '/webhook-to-sms.php'),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      from: digitsOf(text.from),
      to,
      text: text.body,
      secret,
      ...(mediaUrl !== undefined && { media_url: mediaUrl }),
    }),
  });
  return outcome.kind === 'answer' ? settled(outcome) : withoutAnswer(outcome);
}

function digitsOf(address: string): string {
  return address.replace(/^\+/, '');
}

/**
 * A 2xx that does not say `error` was taken, readable or not: sending again would send twice. The id is what follows
 * `ID: ` in the message; the code of an error is what stands in brackets.
 */
function settled(answer: HttpAnswer): SendOutcome {
  const parsed = answerSchema.safeParse(readJson(answer.body));
  const said = parsed.success ? parsed.data.message : '';
  if (parsed.success && parsed.data.status === 'error') {
    const code = /\[(WH-[A-Z0-9-]+)\]/.exec(said)?.[1];
    if (code !== undefined)
      return { kind: 'refused', failure: failureFor(texts, code, said.replace(/\s*Error:\s*\[WH-[A-Z0-9-]+\]\s*$/, '')) };
    if (answer.status < 500) return { kind: 'refused', failure: failureFor(texts, 'error', said) };
  }
  if (answer.status < 200 || answer.status >= 300) return undocumentedAnswer(answer);
  const providerId = /(?:^|\|)\s*ID:\s*([^\s|]+)/.exec(said)?.[1];
  return { kind: 'accepted', status: 'sent', ...(providerId !== undefined && { providerId }) };
}
