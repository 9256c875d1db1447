/**
 * Writes what a tail holds of one conversation into its segments: changes of older messages where those are, new
 * messages behind the last one.
 * @module
 */
import type { Message, MessageChanges } from '../domain/message.ts';
import { sizeOf, withChanges } from './operations.ts';
import { type Row, sealedUpTo } from './row.ts';
import { isHistoric, type Segment, type SegmentLine, segmentBytes, segmentExtraLines, segmentMessages, segmentName } from './segment.ts';
import { putLine, type SegmentFiles } from './segment-files.ts';
import type { ConversationTail } from './tail.ts';

export type Sealed = {
  readonly segments: readonly Segment[];
  /** Files that are not part of the conversation any more. */
  readonly obsolete: readonly string[];
  /** Files that turned out to be damaged and were written anew from what was sound in them. */
  readonly damaged: readonly string[];
  /** There are fewer or other messages in the files than the row says. */
  readonly miscounted: boolean;
};

/** Repeating it after a failure changes nothing that was done already. */
export async function sealConversation(segmentFiles: SegmentFiles, row: Row, tail: ConversationTail): Promise<Sealed> {
  const segments = [...row.segments];
  const obsolete: string[] = [];
  const damaged: string[] = [];
  let miscounted = false;

  for (const [index, edits] of editsBySegment(segments, tail)) {
    const segment = segments[index];
    if (segment === undefined) continue;
    if (edits.removed.size === 0 && segment.extra + edits.changes.size <= segmentExtraLines) {
      segments[index] = await segmentFiles.append(row, segment, patchLines(edits.changes));
    } else {
      const content = await segmentFiles.read(row.id, segment, segment.bytes);
      segments[index] = await segmentFiles.rewrite(row, segment, { ...content, messages: edited(content.messages, edits) });
      (content.sound ? obsolete : damaged).push(segmentName(row.id, segment));
      miscounted ||= !content.sound;
    }
  }

  const sealed = sealedUpTo(row);
  const fresh = [...tail.messages.values()].filter((message) => message.sequence > sealed);
  let flagLine: SegmentLine[] = tail.flagged ? [{ op: 'flags', flags: row.flags }] : [];
  const last = segments.at(-1);
  const live = last === undefined || isHistoric(last.first) ? undefined : last;
  for (const part of fillSegments(live, fresh)) {
    const lines = [...part.messages.map(putLine), ...flagLine];
    const written = await segmentFiles.append(row, part.into, lines);
    miscounted ||= written.count !== part.into.count + part.messages.length;
    replaceOrAdd(segments, part.into, written);
    flagLine = [];
  }
  if (flagLine.length > 0) {
    const into = live ?? flagsOnly(tail);
    replaceOrAdd(segments, into, await segmentFiles.append(row, into, flagLine));
  }
  return { segments, obsolete, damaged, miscounted };
}

type Edits = { readonly changes: Map<number, MessageChanges>; readonly removed: Set<number> };

/** Changes and removals by the index of the segment they concern. */
function editsBySegment(segments: readonly Segment[], tail: ConversationTail): Map<number, Edits> {
  const found = new Map<number, Edits>();
  const editsFor = (sequence: number): Edits | undefined => {
    const index = segments.findLastIndex(({ first, last }) => first <= sequence && sequence <= last);
    if (index === -1) return undefined;
    const edits = found.get(index) ?? { changes: new Map(), removed: new Set() };
    found.set(index, edits);
    return edits;
  };
  for (const [sequence, changes] of tail.changes) editsFor(sequence)?.changes.set(sequence, changes);
  for (const sequence of tail.removed) editsFor(sequence)?.removed.add(sequence);
  return found;
}

function patchLines(changes: ReadonlyMap<number, MessageChanges>): SegmentLine[] {
  return Array.from(changes, ([sequence, change]) => ({ op: 'patch', sequence, changes: change }));
}

function edited(messages: readonly Message[], { changes, removed }: Edits): Message[] {
  const kept = messages.filter(({ sequence }) => !removed.has(sequence));
  return kept.map((message) => {
    const change = changes.get(message.sequence);
    return change === undefined ? message : withChanges(message, change);
  });
}

function emptySegment(first: number): Segment {
  return { first, last: -1, revision: 0, count: 0, bytes: 0, extra: 0 };
}

/** A segment before the first live message: what was removed before it was ever sealed is remembered, what is still to come is not hidden. */
function flagsOnly({ removed }: ConversationTail): Segment {
  let gone = -1;
  for (const sequence of removed) gone = Math.max(gone, sequence);
  return { ...emptySegment(Math.max(gone, 0)), last: gone };
}

/** Which messages go where: the last segment is filled up, then new ones are made. */
function* fillSegments(last: Segment | undefined, messages: readonly Message[]): Generator<{ into: Segment; messages: Message[] }> {
  let into = last;
  let part: Message[] = [];
  let bytes = into?.bytes ?? 0;
  for (const message of messages) {
    const isFull = into !== undefined && (into.count + part.length >= segmentMessages || bytes >= segmentBytes);
    if (into === undefined || isFull) {
      if (into !== undefined && part.length > 0) yield { into, messages: part };
      into = emptySegment(message.sequence);
      part = [];
      bytes = 0;
    }
    part.push(message);
    bytes += sizeOf({ op: 'put', message });
  }
  if (into !== undefined && part.length > 0) yield { into, messages: part };
}

function replaceOrAdd(segments: Segment[], former: Segment, now: Segment): void {
  const index = segments.findIndex(({ first }) => first === former.first);
  if (index === -1) segments.push(now);
  else segments[index] = now;
}
