/**
 * What the index keeps of a message.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import type { IndexedMessage } from '../ports.ts';

export function indexed({ id, sequence, lineId, conversationId, peer, direction, at, body, media }: Message): IndexedMessage {
  return { id, sequence, lineId, conversationId, peer, direction, at, body, hasMedia: media !== undefined && media.length > 0 };
}
