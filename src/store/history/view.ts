/**
 * What a conversation's history segments hold, as a merge needs it: by second, by sequence, by segment.
 * @module
 */
import { StoreUnavailable } from '../../core/ports.ts';
import type { Message } from '../../domain/message.ts';
import type { Row } from '../row.ts';
import { isHistoric, type Segment } from '../segment.ts';
import type { SegmentFiles, SegmentRead } from '../segment-files.ts';
import { type ConversationTail, throughTails } from '../tail.ts';
import { momentOf, sequenceAt } from './sequence.ts';

/** Decoded segments kept: a merge goes through them in order. */
const kept = 4;

type Loaded = SegmentRead & {
  readonly segment: Segment;
  readonly bySequence: ReadonlyMap<number, Message>;
  readonly bySecond: ReadonlyMap<number, readonly Message[]>;
  /** The second of its last message; minus infinity when it has none. */
  readonly lastSecond: number;
};

/** Segments are known by their index, oldest first. */
export type HistoryView = {
  readonly count: number;
  segmentAt(index: number): Segment | undefined;
  load(index: number): Promise<Loaded>;
  /** The last segment that does not begin after the sequence; -1 when all do. */
  indexFor(sequence: number): number;
  /** There may be a message with that sequence, even one that was just removed. */
  isTaken(sequence: number): Promise<boolean>;
  find(sequence: number): Promise<Message | undefined>;
  /** The messages of a second. */
  inSecond(second: number): Promise<readonly Message[]>;
};

type Dependencies = {
  readonly row: Row | undefined;
  readonly tails: readonly (ConversationTail | undefined)[];
  readonly segmentFiles: SegmentFiles;
  /** Replaces a damaged segment by what is sound in it. */
  readonly repair: (row: Row, segment: Segment) => Promise<void>;
};

export function createHistoryView({ row, tails, segmentFiles, repair }: Dependencies): HistoryView {
  const segmentsOf = (): readonly Segment[] => row?.segments.filter(({ first }) => isHistoric(first)) ?? [];
  let segments = segmentsOf();
  const cache = new Map<number, Loaded>();

  const read = async (index: number): Promise<Loaded> => {
    const segment = segments[index];
    if (segment === undefined || row === undefined) throw new Error(`There is no segment ${index}`);
    const content = await segmentFiles.read(row.id, segment, segment.bytes);
    if (content.sound) return { ...content, segment, ...indexed(content.messages) };
    await repair(row, segment);
    segments = segmentsOf();
    if (segments[index] === segment) throw new StoreUnavailable('A file of messages cannot be repaired');
    return read(index);
  };
  const load = async (index: number): Promise<Loaded> => {
    const known = cache.get(index) ?? (await read(index));
    cache.delete(index);
    cache.set(index, known);
    for (const oldest of cache.keys()) {
      if (cache.size <= kept) break;
      cache.delete(oldest);
    }
    return known;
  };
  const indexFor = (sequence: number): number => {
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((segments[middle]?.first ?? Infinity) <= sequence) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const stored = async (sequence: number): Promise<Message | undefined> => {
    const index = indexFor(sequence);
    if ((segments[index]?.last ?? -Infinity) < sequence) return undefined;
    return (await load(index)).bySequence.get(sequence);
  };

  return {
    get count() {
      return segments.length;
    },
    segmentAt: (index) => segments[index],
    load,
    indexFor,
    isTaken: async (sequence) => (await stored(sequence)) !== undefined,
    async find(sequence) {
      return throughTails(await stored(sequence), sequence, tails);
    },
    async inSecond(second) {
      const found: Message[] = [];
      const end = sequenceAt((second + 1) * 1_000);
      let index = Math.max(0, indexFor(sequenceAt(second * 1_000)));
      for (let segment = segments[index]; segment !== undefined; index += 1, segment = segments[index]) {
        // More messages of one time than it has places for stand after it.
        const isBeyond = segment.first >= end;
        if (isBeyond && index > 0 && (await load(index - 1)).lastSecond > second) break;
        const loaded = await load(index);
        const here = loaded.bySecond.get(second) ?? [];
        found.push(...here.flatMap((message) => throughTails(message, message.sequence, tails) ?? []));
        if (loaded.lastSecond > second || (isBeyond && here.length === 0)) break;
      }
      return found;
    },
  };
}

function indexed(messages: readonly Message[]): Pick<Loaded, 'bySequence' | 'bySecond' | 'lastSecond'> {
  const bySequence = new Map<number, Message>();
  const bySecond = new Map<number, Message[]>();
  let lastSecond = -Infinity;
  for (const message of messages) {
    bySequence.set(message.sequence, message);
    const second = Math.floor(momentOf(message.at) / 1_000);
    const others = bySecond.get(second);
    if (others === undefined) bySecond.set(second, [message]);
    else others.push(message);
    lastSecond = Math.max(lastSecond, second);
  }
  return { bySequence, bySecond, lastSecond };
}
