/**
 * A conversation as the index knows it: what the list shows, and where its messages are. Nothing per message.
 * @module
 */
import { findCode } from '../domain/code.ts';
import { type Conversation, type ConversationFlags, type LastMessage, noFlags, previewLength } from '../domain/conversation.ts';
import { isInOutbox, type Message } from '../domain/message.ts';
import type { Segment } from './segment.ts';

export type Row = {
  readonly id: string;
  readonly lineId: string;
  readonly peer: string;
  count: number;
  unread: number;
  lastSequence: number;
  /** Read with `lastMessageOf`. */
  lastMessage: LastMessage | null;
  /**
   * The last message, when nobody asked for it since it came. Looking for a code in it takes longer than all else that is
   * done before a text is acknowledged, and the acknowledgement does not need it.
   */
  newest?: Message | undefined;
  flags: ConversationFlags;
  /** Sequences of its messages in the outbox. */
  outbox: readonly number[];
  /** Oldest first. */
  segments: readonly Segment[];
};

export function newRow({ conversationId, lineId, peer }: Pick<Message, 'conversationId' | 'lineId' | 'peer'>): Row {
  return {
    id: conversationId,
    lineId,
    peer,
    count: 0,
    unread: 0,
    lastSequence: -1,
    lastMessage: null,
    flags: noFlags,
    outbox: [],
    segments: [],
  };
}

/** The row as the rest of the app sees it. */
export function toConversation(row: Row): Conversation {
  const { flags, id, lineId, peer, count, unread, lastSequence } = row;
  return { ...flags, id, lineId, peer, count, unread, lastMessage: lastMessageOf(row), lastSequence };
}

/** What the list shows of the last message; found out when it is first asked for. */
export function lastMessageOf(row: Row): LastMessage | null {
  if (row.newest !== undefined) row.lastMessage = previewOf(row.newest);
  row.newest = undefined;
  return row.lastMessage;
}

/** What the list shows of a conversation's last message. */
export function previewOf({ id, direction, body, media, at, status, ruleId }: Message): LastMessage {
  const code = direction === 'inbound' ? findCode(body)?.code : undefined;
  const told = { id, direction, body: shorten(body), mediaCount: media?.length ?? 0, at, status };
  return { ...told, ...(code !== undefined && { code }), ...(ruleId !== undefined && { automatic: true }) };
}

/** The first part of a text, without half a surrogate pair and without holding the whole text in memory. */
function shorten(body: string): string {
  if (body.length <= previewLength) return body;
  const last = body.charCodeAt(previewLength - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? previewLength - 1 : previewLength;
  return Buffer.from(body.slice(0, end), 'utf16le').toString('utf16le');
}

/** True when the message counts as unread under these flags. */
export function isUnread(message: Message, flags: ConversationFlags): boolean {
  return message.direction === 'inbound' && message.sequence > flags.readUpTo;
}

/** A conversation without messages is only shown while something is being written in it. */
export function isListed({ count, flags }: Row): boolean {
  return count > 0 || flags.draft !== '';
}

/** The row's outbox after a message came or changed. */
export function outboxWith(outbox: readonly number[], message: Message): readonly number[] {
  const known = outbox.includes(message.sequence);
  if (isInOutbox(message)) return known ? outbox : [...outbox, message.sequence];
  return known ? outbox.filter((sequence) => sequence !== message.sequence) : outbox;
}

/** The highest sequence that is in the row's segments; what the journal holds of it up to there is in them already. */
export function sealedUpTo({ segments }: Row): number {
  return segments.at(-1)?.last ?? -1;
}
