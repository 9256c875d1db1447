/**
 * What is said outside the thread of a scheduled text that was not sent at its time.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Words } from '../../contract/texts/words.ts';
import type { Scheduled } from '../../domain/scheduled.ts';
import type { NotificationContent } from '../../domain/settings.ts';

/** @param name whom it was for, as shown to people */
export function missedNotice(
  { id, conversationId, lineId, state, reason }: Scheduled,
  name: string,
  content: NotificationContent,
  words: Words['notices'],
): Notice {
  const why = state === 'missed' ? words.missed : (reason ?? words.couldNotBeSent);
  return {
    kind: 'notice',
    conversationId,
    messageId: id,
    lineId,
    title: content === 'nothing' ? words.scheduledNotSent : words.notSentTo(name),
    body: why,
    canReply: false,
  };
}
