/**
 * Whoever we write to is no stranger any more. A rule's answer is not us: any stranger gets one. A text that can still be
 * taken back was not written yet.
 * @module
 */
import type { Message } from '../domain/message.ts';
import type { SetFlags } from './conversation-flags.ts';
import type { Logger, MessageLog } from './ports.ts';

type Dependencies = {
  readonly messages: Pick<MessageLog, 'conversation'>;
  readonly setFlags: SetFlags;
  readonly logger: Logger;
};

/** Told of each message that is new or changed. A failure costs nothing but the flag, until the next text to them. */
export function createKnownPeers({ messages, setFlags, logger }: Dependencies): (message: Message) => void {
  return ({ direction, conversationId, ruleId, notBefore, status }) => {
    if (notBefore !== undefined && (status === 'queued' || status === 'cancelled')) return;
    if (direction !== 'outbound' || ruleId !== undefined || messages.conversation(conversationId)?.known !== false) return;
    setFlags(conversationId, { known: true }).catch((error: unknown) => logger.warn('known-peers.not-flagged', { error }));
  };
}
