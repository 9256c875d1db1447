/**
 * The index on disk: the conversations of one sixty-fourth of all ids in one file, so that a change never means writing
 * all of them. It is a cache: the segments beside it hold everything in it.
 * @module
 */
import { type ConversationFlags, type LastMessage, noFlags } from '../domain/conversation.ts';
import type { MessageStatus } from '../domain/message.ts';
import { messageIdOf } from './message-ids.ts';
import { lastMessageOf, type Row } from './row.ts';
import type { Segment } from './segment.ts';

export type ShardFile = {
  /** Operations up to this number are in the segments. */
  readonly sealed: number;
  /** Operations up to this number are counted in the rows. */
  readonly applied: number;
  /** Files that were written anew and are to be deleted. */
  readonly obsolete: readonly string[];
  readonly rows: readonly PackedRow[];
};

/** What few conversations have is only there where it is set. */
type RareFlags = Partial<Pick<ConversationFlags, 'mutedUntil' | 'tags' | 'noticeContent' | 'notifyAlways'>>;
type PackedFlags = readonly [readUpTo: number, bits: number, draft: string, keyword: string, at: string, rare?: RareFlags];
type PackedLast = readonly [outbound: 0 | 1, body: string, mediaCount: number, at: string, status: MessageStatus, code?: string];

/** Positions instead of names: a start reads all of them. */
export type PackedRow = readonly [
  id: string,
  lineId: string,
  peer: string,
  count: number,
  unread: number,
  lastSequence: number,
  outbox: readonly number[],
  segments: readonly number[],
  flags: PackedFlags | 0,
  last: PackedLast | 0,
];

const segmentFields = 6;

export function packRow(row: Row): PackedRow {
  const segments = row.segments.flatMap(({ first, last, revision, count, bytes, extra }) => [first, last, revision, count, bytes, extra]);
  const { id, lineId, peer, count, unread, lastSequence, outbox } = row;
  return [id, lineId, peer, count, unread, lastSequence, outbox, segments, packFlags(row.flags), packLast(lastMessageOf(row))];
}

/** `intern` makes equal line ids one string in memory. */
export function unpackRow(packed: PackedRow, intern: (text: string) => string): Row {
  return new PackedConversation(packed, intern(packed[1]));
}

/** A row that takes apart what it was read from when somebody looks: at a start nobody looks at most of them. */
class PackedConversation implements Row {
  readonly id: string;
  readonly lineId: string;
  readonly peer: string;
  count: number;
  unread: number;
  lastSequence: number;
  outbox: readonly number[];
  #segments: readonly Segment[] | readonly number[];
  #flags: ConversationFlags | PackedFlags | 0;
  #last: LastMessage | PackedLast | 0 | null;

  constructor([id, , peer, count, unread, lastSequence, outbox, segments, flags, last]: PackedRow, lineId: string) {
    this.id = id;
    this.lineId = lineId;
    this.peer = peer;
    this.count = count;
    this.unread = unread;
    this.lastSequence = lastSequence;
    this.outbox = outbox;
    this.#segments = segments;
    this.#flags = flags;
    this.#last = last;
  }

  get segments(): readonly Segment[] {
    if (isPackedSegments(this.#segments)) this.#segments = unpackSegments(this.#segments);
    return this.#segments;
  }
  set segments(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  get flags(): ConversationFlags {
    if (this.#flags === 0) return noFlags;
    if ('length' in this.#flags) this.#flags = unpackFlags(this.#flags);
    return this.#flags;
  }
  set flags(flags: ConversationFlags) {
    this.#flags = flags;
  }

  get lastMessage(): LastMessage | null {
    if (this.#last === 0) return null;
    if (this.#last !== null && 'length' in this.#last) this.#last = unpackLast(this.#last, this.id, this.lastSequence);
    return this.#last;
  }
  set lastMessage(last: LastMessage | null) {
    this.#last = last;
  }
}

function isPackedSegments(segments: readonly Segment[] | readonly number[]): segments is readonly number[] {
  return typeof segments[0] === 'number';
}

function unpackSegments(numbers: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  for (let start = 0; start < numbers.length; start += segmentFields) {
    const [first = 0, last = 0, revision = 0, count = 0, bytes = 0, extra = 0] = numbers.slice(start, start + segmentFields);
    segments.push({ first, last, revision, count, bytes, extra });
  }
  return segments;
}

function packFlags(flags: ConversationFlags): PackedFlags | 0 {
  if (flags === noFlags) return 0;
  const { readUpTo, muted, archived, pinned, optOut, draft, blocked, known } = flags;
  const bits = (muted ? 1 : 0) | (archived ? 2 : 0) | (pinned ? 4 : 0) | (optOut === null ? 0 : 8) | (blocked ? 16 : 0) | (known ? 32 : 0);
  const rare = rareOf(flags);
  const packed = [readUpTo, bits, draft, optOut?.keyword ?? '', optOut?.at ?? ''] as const;
  return rare === undefined ? packed : [...packed, rare];
}

function rareOf({ mutedUntil, tags, noticeContent, notifyAlways }: ConversationFlags): RareFlags | undefined {
  if (mutedUntil === null && tags.length === 0 && noticeContent === null && !notifyAlways) return undefined;
  return {
    ...(mutedUntil !== null && { mutedUntil }),
    ...(tags.length > 0 && { tags }),
    ...(noticeContent !== null && { noticeContent }),
    ...(notifyAlways && { notifyAlways }),
  };
}

function unpackFlags(packed: PackedFlags): ConversationFlags {
  const [readUpTo, bits, draft, keyword, at, rare] = packed;
  return {
    readUpTo,
    muted: (bits & 1) !== 0,
    archived: (bits & 2) !== 0,
    pinned: (bits & 4) !== 0,
    optOut: (bits & 8) === 0 ? null : { keyword, at },
    draft,
    blocked: (bits & 16) !== 0,
    known: (bits & 32) !== 0,
    mutedUntil: rare?.mutedUntil ?? null,
    tags: rare?.tags ?? [],
    noticeContent: rare?.noticeContent ?? null,
    notifyAlways: rare?.notifyAlways ?? false,
  };
}

function packLast(last: LastMessage | null): PackedLast | 0 {
  if (last === null) return 0;
  const packed = [last.direction === 'outbound' ? 1 : 0, last.body, last.mediaCount, last.at, last.status] as const;
  return last.code === undefined ? packed : [...packed, last.code];
}

function unpackLast(packed: PackedLast, conversationId: string, sequence: number): LastMessage {
  const [outbound, body, mediaCount, at, status, code] = packed;
  return {
    id: messageIdOf(conversationId, sequence),
    direction: outbound === 1 ? 'outbound' : 'inbound',
    body,
    mediaCount,
    at,
    status,
    ...(code !== undefined && { code }),
  };
}
