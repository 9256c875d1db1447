/**
 * Reads messages: what the segments hold, seen through the tails. A few decoded segments are kept.
 * @module
 */
import { type Logger, StoreUnavailable } from '../core/ports.ts';
import type { ConversationFlags } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { type LogState, tailsOf } from './log-state.ts';
import { isUnread, type Row, sealedUpTo } from './row.ts';
import { type Segment, segmentName } from './segment.ts';
import type { SegmentFiles, SegmentRead } from './segment-files.ts';
import { type ConversationTail, throughTails } from './tail.ts';

/** Bytes of segment files whose messages are kept decoded. */
const cacheBytes = 4 * 1024 * 1024;

export type WalkOptions = {
  /** Only messages with a smaller sequence. */
  readonly before?: number;
  /** Leaves the cache as it is: for going through everything. */
  readonly passing?: boolean;
  /** Unsound segments are not repaired: for who repairs them. */
  readonly asItIs?: boolean;
};

export type Reader = {
  /** A conversation's messages, newest first. */
  walk(row: Row, options?: WalkOptions): AsyncGenerator<Message, void, undefined>;
  find(row: Row, sequence: number): Promise<Message | undefined>;
  /** The message if it is not in a segment: without waiting. */
  findUnsealed(row: Row, sequence: number): Message | undefined;
  /** How many inbound messages are unread under these flags, among those there are now. */
  countUnread(row: Row, flags: ConversationFlags): Promise<number>;
};

type Dependencies = {
  readonly state: LogState;
  readonly segmentFiles: SegmentFiles;
  readonly logger: Logger;
  /** Told of a segment whose file is not what it should be. Resolves when that is dealt with. */
  readonly onUnsound: (row: Row, segment: Segment) => Promise<void>;
};

export function createReader({ state, segmentFiles, logger, onUnsound }: Dependencies): Reader {
  const cache = new Map<string, { readonly messages: readonly Message[]; readonly bytes: number }>();
  let cached = 0;

  const keep = (key: string, messages: readonly Message[], bytes: number): void => {
    cache.set(key, { messages, bytes });
    cached += bytes;
    for (const [oldest, entry] of cache) {
      if (cached <= cacheBytes) break;
      cache.delete(oldest);
      cached -= entry.bytes;
    }
  };

  const readSegment = async (row: Row, segment: Segment): Promise<SegmentRead> => {
    try {
      return await segmentFiles.read(row.id, segment, segment.bytes);
    } catch (error) {
      logger.error('store.segment-unreadable', { name: segmentName(row.id, segment), error });
      throw new StoreUnavailable('A file of messages cannot be read', { cause: error });
    }
  };

  /** `undefined`: the segment is not the conversation's any more, its messages are in others now. */
  const load = async (row: Row, segment: Segment, { passing, asItIs }: WalkOptions): Promise<readonly Message[] | undefined> => {
    const key = `${segmentName(row.id, segment)} ${segment.bytes}`;
    const known = cache.get(key);
    if (known !== undefined) {
      cache.delete(key);
      cache.set(key, known);
      return known.messages;
    }
    const read = await readSegment(row, segment);
    if (!read.sound && asItIs !== true) {
      // It may have been written anew, or become several, since the caller looked; if not, it is damaged.
      if (!row.segments.includes(segment)) return undefined;
      await onUnsound(row, segment);
      return read.messages;
    }
    if (passing !== true && read.sound && !cache.has(key)) keep(key, read.messages, segment.bytes);
    return read.messages;
  };

  const walk: Reader['walk'] = async function* (row, options = {}) {
    const { before = Number.POSITIVE_INFINITY } = options;
    // Taken together and at once, so that what moves from a tail into a segment meanwhile is seen once.
    const tails = tailsOf(state, row.id);
    const { segments } = row;
    const sealed = sealedUpTo(row);
    const unsealed = unsealedNewestFirst(tails, sealed, before);
    for (const message of unsealed) yield message;
    let reached = Math.min(before, sealed + 1);
    for (const segment of segments.toReversed()) {
      if (segment.first >= before || segment.count === 0) continue;
      const messages = await load(row, segment, options);
      if (messages === undefined) {
        yield* walk(row, { ...options, before: reached });
        return;
      }
      reached = segment.first;
      yield* newestFirst(messages, before, tails);
    }
  };

  const findUnsealed = (row: Row, sequence: number): Message | undefined => throughTails(undefined, sequence, tailsOf(state, row.id));

  const find: Reader['find'] = async (row, sequence) => {
    const unsealed = findUnsealed(row, sequence);
    if (unsealed !== undefined) return unsealed;
    const tails = tailsOf(state, row.id);
    const segment = row.segments.findLast(({ first }) => first <= sequence);
    if (segment === undefined || segment.last < sequence) return undefined;
    const messages = await load(row, segment, {});
    if (messages === undefined) return find(row, sequence);
    const stored = messages.find((message) => message.sequence === sequence);
    return throughTails(stored, sequence, tails);
  };

  return {
    walk,
    findUnsealed,
    find,
    async countUnread(row, flags) {
      if (flags.readUpTo >= row.lastSequence) return 0;
      let unread = 0;
      for await (const message of walk(row)) {
        if (message.sequence <= flags.readUpTo) break;
        if (isUnread(message, flags)) unread += 1;
      }
      return unread;
    },
  };
}

/** A segment's messages as the tails leave them. */
function* newestFirst(
  messages: readonly Message[],
  before: number,
  tails: readonly (ConversationTail | undefined)[],
): Generator<Message, void, undefined> {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const stored = messages[index];
    if (stored === undefined || stored.sequence >= before) continue;
    const message = throughTails(stored, stored.sequence, tails);
    if (message !== undefined) yield message;
  }
}

/** What is in the tails only; what is in a segment as well is seen there. */
function unsealedNewestFirst(tails: readonly (ConversationTail | undefined)[], sealed: number, before: number): Message[] {
  const sequences = new Set(tails.flatMap((tail) => [...(tail?.messages.keys() ?? [])]));
  return [...sequences]
    .filter((sequence) => sequence > sealed && sequence < before)
    .sort((one, other) => other - one)
    .flatMap((sequence) => throughTails(undefined, sequence, tails) ?? []);
}
