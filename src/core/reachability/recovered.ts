/**
 * Telling of texts that were fetched after a gap: one summary, not one notification a text.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Words } from '../../contract/texts/words.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';
import type { NotificationContent } from '../../domain/settings.ts';

/**
 * The summary; `undefined` when there is nothing to tell. It opens the newest of the texts. At the level `nothing` it does
 * not say which line they came to either.
 */
export function recoveredNotice(
  line: Line,
  messages: readonly Message[],
  words: Words['notices'],
  content: NotificationContent,
): Notice | undefined {
  const newest = messages.at(-1);
  if (newest === undefined) return undefined;
  const { conversationId, id: messageId, lineId } = newest;
  return {
    kind: 'notice',
    conversationId,
    messageId,
    lineId,
    ...(content === 'nothing'
      ? { title: 'Texttray', body: words.recovered(messages.length) }
      : { title: words.recovered(messages.length), body: words.recoveredOn(messages.length, line.label) }),
    canReply: false,
  };
}
