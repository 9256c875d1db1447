/**
 * Telling of texts that were fetched after a gap: one summary, not one notification a text.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Words } from '../../contract/texts/words.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';

/** The summary; `undefined` when there is nothing to tell. It opens the newest of the texts. */
export function recoveredNotice(line: Line, messages: readonly Message[], words: Words['notices']): Notice | undefined {
  const newest = messages.at(-1);
  if (newest === undefined) return undefined;
  const { conversationId, id: messageId, lineId } = newest;
  return {
    kind: 'notice',
    conversationId,
    messageId,
    lineId,
    title: words.recovered(messages.length),
    body: words.recoveredOn(messages.length, line.label),
    canReply: false,
  };
}
