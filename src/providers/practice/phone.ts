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
import { type PracticeEvent, postEvent } from './webhook.ts';

const deliveredAfterMs = 600;
const answersAfterMs = 1_000;
/** Like a provider, the phone tries again when the receiver cannot take something right now. */
const retriesAfterMs: readonly number[] = [1_000, 5_000, 30_000];

export type PhoneDependencies = { readonly clock: Clock; readonly random: Random };

/**
 * Takes a text; a moment later the phone reports that it was delivered, then answers. Ids come from the client's own id:
 * a text that is handed over twice is delivered and answered once.
 */
export async function send(text: OutboundText, context: SendContext, { clock }: PhoneDependencies): Promise<SendOutcome> {
  if (credential(context.credentials, 'secret') === undefined) return keyMissing('secret');
  const id = `practice-${fingerprint([text.from, text.to, text.clientId]).slice(0, 24)}`;
  clock.after(deliveredAfterMs, () => void postUntilTaken({ event: 'practice.status', id, status: 'delivered' }, context, clock));
  clock.after(answersAfterMs, () => {
    const sentAt = new Date(clock.now()).toISOString();
    const answer = replyTo(text.body, text.mediaUrls.length);
    void postUntilTaken({ event: 'practice.text', id: `${id}-answer`, from: text.to, to: text.from, text: answer, sentAt }, context, clock);
  });
  return { kind: 'accepted', providerId: id, status: 'sent' };
}

async function postUntilTaken(event: PracticeEvent, context: SendContext, clock: Clock, retries = retriesAfterMs): Promise<void> {
  const outcome = await postEvent(event, context);
  const [wait, ...rest] = retries;
  const isTemporary = outcome.kind !== 'answer' || outcome.status === 503;
  if (isTemporary && wait !== undefined) clock.after(wait, () => void postUntilTaken(event, context, clock, rest));
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
