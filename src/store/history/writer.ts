/**
 * Writes a conversation's history segments with what is new in them, a segment at a time, beside those that are there.
 * Messages are given in the order of their sequences. Segments nothing is put into are left alone.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import { sizeOf } from '../operations.ts';
import { type Segment, segmentBytes, segmentMessages, segmentName } from '../segment.ts';
import type { Owner, SegmentFiles } from '../segment-files.ts';
import type { HistoryView } from './view.ts';

export type Written = {
  /** All history segments as they are now, oldest first. */
  readonly segments: readonly Segment[];
  /** Files that were replaced. */
  readonly obsolete: readonly string[];
};

export type HistoryWriter = {
  put(message: Message): Promise<void>;
  /** Gives everything its name. */
  finish(): Promise<Written>;
  /** Takes everything back. False when something may have been left behind. */
  discard(): Promise<boolean>;
};

/** The messages that are being put between the beginning of one segment and that of the next. */
type Group = {
  /** The segment that is written anew with them; they make new ones when there is none. */
  readonly replaces: Segment | undefined;
  readonly index: number;
  /** What is in that segment and not yet written again. */
  readonly existing: readonly Message[];
  taken: number;
  pending: Message[];
  bytes: number;
  parts: number;
};

export function createHistoryWriter(owner: Owner, view: HistoryView, segmentFiles: SegmentFiles): HistoryWriter {
  const prepared: Segment[] = [];
  const replaced = new Set<Segment>();
  let placed = 0;
  let group: Group | undefined;
  let writing: Promise<void> = Promise.resolve();

  const begin = async (index: number, sequence: number): Promise<Group> => {
    const empty = { index, taken: 0, pending: [], bytes: 0, parts: 0 };
    const segment = view.segmentAt(index);
    const isFull = segment !== undefined && (segment.count >= segmentMessages || segment.bytes >= segmentBytes);
    if (segment === undefined || (isFull && sequence > segment.last)) return { ...empty, replaces: undefined, existing: [] };
    const { messages, segment: present } = await view.load(index);
    return { ...empty, replaces: present, existing: messages };
  };
  const add = (to: Group, message: Message): void => {
    to.pending.push(message);
    to.bytes += sizeOf({ op: 'put', message });
  };
  const addExisting = (to: Group, before: number): void => {
    for (let next = to.existing[to.taken]; next !== undefined && next.sequence < before; next = to.existing[to.taken]) {
      add(to, next);
      to.taken += 1;
    }
  };
  /** Writes the first messages of a group. The one before is written meanwhile, no more than that. */
  const cut = async (from: Group, count: number): Promise<void> => {
    const messages = from.pending.slice(0, count);
    from.pending = from.pending.slice(count);
    for (const message of messages) from.bytes -= sizeOf({ op: 'put', message });
    const { replaces } = from;
    const isFirst = from.parts === 0 && replaces !== undefined;
    from.parts += 1;
    const place = isFirst
      ? { first: replaces.first, revision: replaces.revision + 1 }
      : { first: messages[0]?.sequence ?? Number.NaN, revision: 0 };
    if (isFirst) replaced.add(replaces);
    const last = messages.at(-1)?.sequence ?? place.first;
    await writing;
    writing = segmentFiles.prepare(owner, { ...place, last }, { messages, flags: undefined }).then((segment) => {
      prepared.push(segment);
    });
    // Told to who waits for it next; it is no unhandled failure until then.
    writing.catch(() => undefined);
  };
  /** More than two segments of them are never waited with, so that the last two can be of one size. */
  const isMuch = ({ pending, bytes }: Group): boolean => pending.length >= 2 * segmentMessages || bytes >= 2 * segmentBytes;
  const cutFull = async (from: Group): Promise<void> => {
    while (isMuch(from)) await cut(from, fitting(from.pending));
  };
  const end = async (ending: Group): Promise<void> => {
    addExisting(ending, Number.POSITIVE_INFINITY);
    await cutFull(ending);
    while (ending.pending.length > 0) {
      const parts = Math.max(Math.ceil(ending.pending.length / segmentMessages), 1);
      await cut(ending, Math.min(fitting(ending.pending), Math.ceil(ending.pending.length / parts)));
    }
  };

  return {
    async put(message) {
      const index = view.indexFor(message.sequence);
      if (group?.index !== index) {
        if (group !== undefined) await end(group);
        group = await begin(index, message.sequence);
      }
      addExisting(group, message.sequence);
      add(group, message);
      if (isMuch(group)) await cutFull(group);
    },
    async finish() {
      if (group !== undefined) await end(group);
      group = undefined;
      await writing;
      const present = Array.from({ length: view.count }, (_, index) => view.segmentAt(index)).flatMap((segment) => segment ?? []);
      // The newest first: whatever ends this half-way, no message is then in no file of those that count.
      for (const segment of prepared.toReversed()) {
        await segmentFiles.place(owner.id, segment);
        placed += 1;
      }
      const kept = present.filter((segment) => !replaced.has(segment));
      const segments = [...kept, ...prepared].sort((one, other) => one.first - other.first);
      return { segments, obsolete: [...replaced].map((segment) => segmentName(owner.id, segment)) };
    },
    async discard() {
      await writing.catch(() => undefined);
      const outcomes = await Promise.allSettled(prepared.map((segment) => segmentFiles.discard(owner.id, segment)));
      return placed === 0 && outcomes.every(({ status }) => status === 'fulfilled');
    },
  };
}

/** How many of the first messages make one segment. */
function fitting(messages: readonly Message[]): number {
  let bytes = 0;
  let count = 0;
  for (const message of messages) {
    if (count === segmentMessages || bytes >= segmentBytes) break;
    bytes += sizeOf({ op: 'put', message });
    count += 1;
  }
  return count;
}
