/**
 * One page of deliveries, filtered. The files are read a chunk at a time and only where a filter may find something; who
 * looks for a text that is nowhere gets an answer after a while all the same, and the place to go on.
 * @module
 */
import type { Clock, DeliveryPage, DeliveryQuery } from '../core/ports.ts';
import type { Delivery, DeliverySummary } from '../domain/delivery.ts';
import { summaryOf } from './delivery-chunks.ts';
import { type Cursor, readCursor, writeCursor } from './delivery-cursor.ts';
import type { Outline } from './delivery-outline.ts';
import type { Section } from './delivery-sections.ts';
import { textMatcher } from './delivery-text.ts';
import { createPace } from './history/pace.ts';

/** After so long a page is answered as it is. */
const mostMs = 400;

/** A section, as far as it is still to be looked at. */
type Part = { readonly section: Section; readonly outlines: readonly Outline[] };

export async function pageOf(sections: readonly Section[], query: DeliveryQuery, clock: Pick<Clock, 'monotonic'>): Promise<DeliveryPage> {
  const { limit, text = '' } = query;
  const fits = filterOf(query);
  const says = text === '' ? () => true : textMatcher(text);
  const pace = createPace(clock);
  const items: DeliverySummary[] = [];
  /** The last one that was looked at. */
  let last: { readonly outline: Outline; readonly chunk: number | undefined } | undefined;
  let began: number | undefined;

  /** Where the page ends before this one, if it does. */
  const endBefore = (): DeliveryPage | undefined => {
    began ??= clock.monotonic();
    if (last === undefined) return undefined;
    const isFull = items.length === limit;
    // Without a text only those that fit are read, so a page takes as long as it has to.
    if (!isFull && (text === '' || clock.monotonic() - began <= mostMs)) return undefined;
    const nextBefore = writeCursor(last.outline, last.chunk);
    if (isFull) return { items, nextBefore };
    return { items, nextBefore, searchedTo: new Date(last.outline.at).toISOString() };
  };
  const lookThrough = async ({ section, outlines }: Part): Promise<DeliveryPage | undefined> => {
    let deliveries: ReadonlyMap<string, Delivery> | undefined;
    for (const outline of outlines) {
      const page = endBefore();
      if (page !== undefined) return page;
      last = { outline, chunk: section.chunk };
      if (!fits(outline)) continue;
      deliveries ??= await section.deliveries();
      const delivery = deliveries.get(outline.id);
      if (delivery !== undefined && says(delivery)) items.push(summaryOf(delivery));
      await pace();
    }
    return undefined;
  };

  for await (const part of partsOf(sections, query)) {
    const page = await lookThrough(part);
    if (page !== undefined) return page;
  }
  return { items, nextBefore: null };
}

function filterOf({ lineId, verdicts, from, to, message }: DeliveryQuery): (outline: Outline) => boolean {
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  return (outline) =>
    (lineId === undefined || outline.lineId === lineId) &&
    (verdicts === undefined || verdicts.includes(outline.verdict)) &&
    outline.at >= earliest &&
    outline.at < latest &&
    (message === undefined || outline.messageId === message.id || outline.id === message.deliveryId);
}

/** What follows the delivery to go on after and may hold something. */
async function* partsOf(sections: readonly Section[], { before, from }: DeliveryQuery): AsyncGenerator<Part, void, undefined> {
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  for (const { section, narrow } of await sectionsAfter(sections, before === undefined ? undefined : readCursor(before))) {
    if (section.reaches(earliest)) yield { section, outlines: narrow(await section.outlines()) };
  }
}

/** A section and what of it comes after the place to go on. */
type Narrowed = { readonly section: Section; readonly narrow: (outlines: readonly Outline[]) => readonly Outline[] };

const whole = (section: Section): Narrowed => ({ section, narrow: (outlines) => outlines });

async function sectionsAfter(sections: readonly Section[], cursor: Cursor | undefined): Promise<Narrowed[]> {
  if (cursor === undefined) return sections.map(whole);
  for (const [index, section] of sections.entries()) {
    const position = (await section.outlines()).findIndex(({ id }) => id === cursor.id);
    if (position === -1) continue;
    return [{ section, narrow: (outlines) => outlines.slice(position + 1) }, ...sections.slice(index + 1).map(whole)];
  }
  return sectionsAfterGone(sections, cursor);
}

/**
 * The delivery to go on after is gone. Most often so is everything after it, as the oldest go first; but a damaged file
 * may have lost it alone, or a crash before it was written. Then the list goes on with what arrived no later.
 */
function sectionsAfterGone(sections: readonly Section[], { at, chunk }: Cursor): Narrowed[] {
  if (at === undefined) return [];
  const noLater = (section: Section): Narrowed => ({ section, narrow: (outlines) => outlines.filter((outline) => outline.at <= at) });
  if (chunk === undefined) return sections.map(noLater);
  return sections
    .filter((section) => section.chunk !== undefined && section.chunk <= chunk)
    .map((section) => (section.chunk === chunk ? noLater(section) : whole(section)));
}
