/**
 * Sending through CloudVNO: `POST /v1/messages` with a Bearer API key.
 * Sources: CloudVNO "Send a Message", "Errors Reference" and "Rate Limits" guides.
 * @module
 */
import { z } from 'zod';
import type { Clock, OutboundText, SendContext, SendOutcome } from '../../core/ports.ts';
import { apiUrl, credential } from '../credentials.ts';
import { readJson } from '../json.ts';
import { type HttpAnswer, keyMissing, undocumentedAnswer, waitMs, withoutAnswer } from '../outcome.ts';
import { describeFailure, isRefusal, readError } from './errors.ts';
import { statusFrom } from './status.ts';

export const usualAddress = 'https://api.cloudvno.com';

const takenSchema = z.object({ sid: z.string().min(1), status: z.string().optional().catch(undefined) });

/** Hands a text to CloudVNO. Both `body` and `media_url` are left out when empty: the API asks for one of them. */
export async function send(text: OutboundText, { credentials, http }: SendContext, clock: Clock): Promise<SendOutcome> {
  const apiKey = credential(credentials, 'apiKey');
  if (apiKey === undefined) return keyMissing('API key');
  const outcome = await http({
    method: 'POST',
    url: apiUrl(credentials, usualAddress, '/v1/messages'),
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      from: text.from,
      to: text.to,
      ...(text.body !== '' && { body: text.body }),
      ...(text.mediaUrls.length > 0 && { media_url: text.mediaUrls }),
      ...(text.callbackUrl !== undefined && { status_callback: text.callbackUrl }),
    }),
  });
  if (outcome.kind !== 'answer') return withoutAnswer(outcome);
  return outcome.status >= 200 && outcome.status < 300 ? taken(outcome) : refusal(outcome, clock.now());
}

/** A 2xx was taken, even when its body cannot be read: sending again would send twice. */
function taken(answer: HttpAnswer): SendOutcome {
  const parsed = takenSchema.safeParse(readJson(answer.body));
  if (!parsed.success) return { kind: 'accepted', status: 'sent' };
  return { kind: 'accepted', providerId: parsed.data.sid, status: statusFrom(parsed.data.status) ?? 'sent' };
}

/**
 * An error object is CloudVNO's own word that it did not take the message: 429 and 503 ("temporary outage") with one are
 * tried again, a known code is a refusal. A 500 says nothing about how far the message came.
 */
function refusal(answer: HttpAnswer, now: number): SendOutcome {
  const error = readError(answer.body);
  const waits = answer.status === 429 || error?.code === 'rate_limit_exceeded';
  const failure = error && describeFailure(error.code, error.message);
  if (waits || (answer.status === 503 && failure)) {
    const afterMs = waitMs(answer, error?.retry_after, now);
    const fallback = describeFailure('rate_limit_exceeded', undefined);
    return { kind: 'retry', failure: failure ?? fallback, ...(afterMs !== undefined && { afterMs }) };
  }
  if (failure && isRefusal(failure.code)) return { kind: 'refused', failure };
  const undocumented = undocumentedAnswer(answer);
  if (failure === undefined || undocumented.kind === 'accepted') return undocumented;
  const resolution = undocumented.failure.resolution;
  return { ...undocumented, failure: { ...failure, ...(resolution !== undefined && { resolution }) } };
}
