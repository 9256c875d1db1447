/**
 * A segment: one file with up to some hundred messages of one conversation, in order, and what changed in them since.
 * Its first line says whose it is, so that everything else can be rebuilt from the segments alone.
 * @module
 */
import { type ConversationFlags, noFlags } from '../domain/conversation.ts';
import type { Message, MessageChanges } from '../domain/message.ts';
import { mergeChanges, withChanges } from './operations.ts';

export type SegmentLine =
  | {
      readonly op: 'conversation';
      readonly id: string;
      readonly lineId: string;
      readonly peer: string;
      /** No smaller sequence number may be given out again, even when its message is gone from here. */
      readonly highest: number;
    }
  | { readonly op: 'put'; readonly message: Message }
  | { readonly op: 'patch'; readonly sequence: number; readonly changes: MessageChanges }
  | { readonly op: 'flags'; readonly flags: ConversationFlags };

/** A segment is sealed at this many messages … */
export const segmentMessages = 250;
/** … or bytes: a page is one or two segments, and parsing those must take a few milliseconds only. */
export const segmentBytes = 256 * 1024;
/** Lines that are not messages, after which a segment is written anew. */
export const segmentExtraLines = 250;

/** Where a segment is and how much of its file is valid. Replaced, never changed. */
export type Segment = {
  /** Sequence of its first message. With the revision it is the file's name. */
  readonly first: number;
  /** Sequence of the last message that was ever put into it. */
  readonly last: number;
  /** Grows when the file is written anew. */
  readonly revision: number;
  readonly count: number;
  readonly bytes: number;
  /** Lines that are not messages. */
  readonly extra: number;
};

/** Whether a sequence is one of imported messages. Their segments stand before all others, and neither is continued in the other. */
export function isHistoric(sequence: number): boolean {
  return sequence < 0;
}

/** The file of a segment. */
export function segmentName(conversationId: string, { first, revision }: Pick<Segment, 'first' | 'revision'>): string {
  return `${conversationId}-${first.toString(36)}-${revision}.log`;
}

const namePattern = /^(c_[A-Za-z0-9_-]{16})-(-?[0-9a-z]+)-(\d+)\.log$/;

/** Reads a segment's name; `undefined` for other files. */
export function parseSegmentName(name: string): { conversationId: string; first: number; revision: number } | undefined {
  const match = namePattern.exec(name);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return undefined;
  return { conversationId: match[1], first: Number.parseInt(match[2], 36), revision: Number(match[3]) };
}

export type SegmentContent = {
  readonly lineId: string | undefined;
  readonly peer: string | undefined;
  /** In order. */
  readonly messages: readonly Message[];
  readonly flags: ConversationFlags | undefined;
  /** The highest sequence that was ever in it; minus infinity for a file that says nothing. */
  readonly highest: number;
  readonly extra: number;
};

/** What the lines of a segment come to. Lines that came twice count once. */
export function foldSegment(lines: readonly SegmentLine[]): SegmentContent {
  const messages = new Map<number, Message>();
  const changes = new Map<number, MessageChanges>();
  let owner: { lineId: string; peer: string } | undefined;
  let flags: ConversationFlags | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    switch (line.op) {
      case 'conversation':
        owner = line;
        highest = Math.max(highest, line.highest);
        break;
      case 'put':
        messages.set(line.message.sequence, line.message);
        highest = Math.max(highest, line.message.sequence);
        break;
      case 'patch':
        changes.set(line.sequence, mergeChanges(changes.get(line.sequence), line.changes));
        break;
      case 'flags':
        // A file from before there was a flag does not know it.
        flags = { ...noFlags, ...line.flags };
        break;
    }
  }
  for (const [sequence, change] of changes) {
    const message = messages.get(sequence);
    if (message !== undefined) messages.set(sequence, withChanges(message, change));
  }
  return {
    lineId: owner?.lineId,
    peer: owner?.peer,
    messages: [...messages.values()],
    flags,
    highest,
    extra: lines.length - messages.size,
  };
}
