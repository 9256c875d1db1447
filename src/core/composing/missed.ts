/**
 * What is said outside the thread of a scheduled text that was not sent at its time.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Scheduled } from '../../domain/scheduled.ts';
import type { NotificationContent } from '../../domain/settings.ts';

/** @param name whom it was for, as shown to people */
export function missedNotice({ id, conversationId, lineId, state, reason }: Scheduled, name: string, content: NotificationContent): Notice {
  const why =
    state === 'missed'
      ? 'The computer was asleep or Texttray was closed when it was due. Send it now or choose another time.'
      : (reason ?? 'It could not be sent.');
  return {
    kind: 'notice',
    conversationId,
    messageId: id,
    lineId,
    title: content === 'nothing' ? 'A scheduled text was not sent' : `Not sent to ${name}`,
    body: why,
    canReply: false,
  };
}
