/**
 * The simulated phone behind the practice line. It reaches Texttray only through the real receiver, with a real
 * signature, so that what works here works with a provider.
 * @module
 */
import type { Clock, HttpOutcome, OutboundText, Random, SendContext, SendOutcome } from '../../core/ports.ts';
import { credential } from '../credentials.ts';
import { fingerprint } from '../hmac.ts';
import { keyMissing } from '../outcome.ts';
import { replyTo } from './conversation.ts';
import { postEvent } from './webhook.ts';

const deliveredAfterMs = 600;
const answersAfterMs = 1_000;

export type PhoneDependencies = { readonly clock: Clock; readonly random: Random };

/**
 * Takes a text; a moment later the phone reports that it was delivered, then answers. Ids come from the client's own id:
 * a text that is handed over twice is delivered and answered once.
 */
export async function send(text: OutboundText, context: SendContext, { clock }: PhoneDependencies): Promise<SendOutcome> {
  if (credential(context.credentials, 'secret') === undefined) return keyMissing('secret');
  const id = `practice-${fingerprint([text.from, text.to, text.clientId]).slice(0, 24)}`;
  clock.after(deliveredAfterMs, () => void postEvent({ event: 'practice.status', id, status: 'delivered' }, context));
  clock.after(answersAfterMs, () => {
    const sentAt = new Date(clock.now()).toISOString();
    const answer = replyTo(text.body, text.mediaUrls.length);
    void postEvent({ event: 'practice.text', id: `${id}-answer`, from: text.to, to: text.from, text: answer, sentAt }, context);
  });
  return { kind: 'accepted', providerId: id, status: 'sent' };
}

/** The phone texts the line. The outcome is the receiver's answer: 2xx when the text was stored. */
export function textFromPhone(
  body: string,
  context: SendContext & { readonly number: string; readonly from: string },
  { clock, random }: PhoneDependencies,
): Promise<HttpOutcome> {
  const id = `practice-${random.token(18)}`;
  const sentAt = new Date(clock.now()).toISOString();
  return postEvent({ event: 'practice.text', id, from: context.from, to: context.number, text: body, sentAt }, context);
}
