/**
 * Telling of texts that were fetched after a gap: one summary, not one notification a text.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';

/** The summary; `undefined` when there is nothing to tell. It opens the newest of the texts. */
export function recoveredNotice(line: Line, messages: readonly Message[]): Notice | undefined {
  const newest = messages.at(-1);
  if (newest === undefined) return undefined;
  const { conversationId, id: messageId, lineId } = newest;
  const title = messages.length === 1 ? '1 text recovered' : `${messages.length} texts recovered`;
  const body = `They reached ${line.label} while this computer could not be reached.`;
  return {
    kind: 'notice',
    conversationId,
    messageId,
    lineId,
    title,
    body: messages.length === 1 ? body.replace('They', 'It') : body,
    canReply: false,
  };
}
