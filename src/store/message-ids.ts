/**
 * Ids that say where a message is: the conversation's id is made of line and peer, the message's id of the conversation
 * and the sequence number, so that finding either needs no index.
 * @module
 */
import { hash } from 'node:crypto';

/** 96 bits in base64url. */
const hashLength = 16;

/** The id of the conversation with a peer on a line. */
export function conversationIdOf(lineId: string, peer: string): string {
  return `c_${hash('sha256', `${lineId}\n${peer}`, 'base64url').slice(0, hashLength)}`;
}

/** The id of the message with that sequence number in a conversation; imported messages have negative ones. */
export function messageIdOf(conversationId: string, sequence: number): string {
  return `m_${conversationId.slice(2)}_${sequence.toString(36)}`;
}

export type MessagePlace = { readonly conversationId: string; readonly sequence: number };

const messageId = /^m_([A-Za-z0-9_-]{16})_(-?[0-9a-z]{1,11})$/;

/** Where a message is; `undefined` for an id that no message can have. */
export function placeOf(id: string): MessagePlace | undefined {
  const match = messageId.exec(id);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const sequence = Number.parseInt(match[2], 36);
  return Number.isSafeInteger(sequence) ? { conversationId: `c_${match[1]}`, sequence } : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The folder, `00` to `63`, in which a conversation's files are. Digits, because some file systems know no case. */
export function shardOf(conversationId: string): string {
  return String(alphabet.indexOf(conversationId.charAt(2))).padStart(2, '0');
}
