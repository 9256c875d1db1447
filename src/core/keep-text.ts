/**
 * Stores an inbound text, however it came: as a delivery or fetched afterwards. An opt-out in it is in force before
 * anybody is told that the text was taken.
 * @module
 */
import type { Message } from '../domain/message.ts';
import { type OptOutSignal, optOutSignal } from '../domain/opt-out.ts';
import type { AdmitMedia } from './attachments/admit.ts';
import type { Appended, InboundText, MessageLog } from './ports.ts';

export type KeepText = (
  lineId: string,
  text: InboundText,
  arrival: Pick<Message, 'at'> & Partial<Pick<Message, 'deliveryId' | 'recovered'>>,
) => Promise<Appended>;

/** What a repetition of an inbound text is known by in the log. */
export function inboundKey(lineId: string, key: string): string {
  return `in:${lineId}:${key}`;
}

/** How far back is looked for what was said after a text that came late. */
const lookBack = 50;

/** @param admitMedia says what becomes of a text's attachments */
export function createKeepText(messages: MessageLog, admitMedia: AdmitMedia): KeepText {
  /** A START that comes late, retried or fetched, must not undo a STOP that was said after it. */
  const stopCameAfter = async (start: Message): Promise<boolean> => {
    const page = await messages.page({ conversationId: start.conversationId, limit: lookBack });
    return (page?.items ?? []).some(
      (other) => other.direction === 'inbound' && optOutSignal(other.body)?.kind === 'opt-out' && saidAt(other) > saidAt(start),
    );
  };

  /**
   * A repetition applies its opt-out again only while nothing newer was said, so that a late retry of STOP cannot undo
   * a START.
   */
  const applySignal = async ({ kind, message }: Appended, signal: OptOutSignal): Promise<void> => {
    if (kind === 'duplicate' && messages.conversation(message.conversationId)?.lastMessage?.id !== message.id) return;
    if (signal.kind === 'opt-in' && (await stopCameAfter(message))) return;
    const optOut = signal.kind === 'opt-out' ? { keyword: signal.keyword, at: message.at } : null;
    await messages.flag(message.conversationId, { optOut });
  };

  return async (lineId, text, arrival) => {
    const appended = await messages.append(
      {
        lineId,
        peer: text.from,
        direction: 'inbound',
        body: text.body,
        ...(text.mediaUrls.length > 0 && { media: admitMedia(lineId, text.from, text.mediaUrls) }),
        ...arrival,
        ...(text.providerAt !== undefined && { providerAt: text.providerAt }),
        status: 'received',
        ...(text.providerId !== undefined && { providerId: text.providerId }),
      },
      [inboundKey(lineId, text.key)],
    );
    const signal = optOutSignal(text.body);
    if (signal !== undefined) await applySignal(appended, signal);
    return appended;
  };
}

/** The provider's word where it gives one: late texts arrive in another order than they were said. */
function saidAt({ providerAt, at }: Message): string {
  return providerAt ?? at;
}
