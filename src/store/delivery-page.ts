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
  let last: Outline | undefined;
  let began: number | undefined;

  /** Where the page ends before this one, if it does. */
  const endBefore = (): DeliveryPage | undefined => {
    began ??= clock.monotonic();
    if (last === undefined) return undefined;
    if (items.length === limit) return { items, nextBefore: writeCursor(last) };
    if (clock.monotonic() - began <= mostMs) return undefined;
    return { items, nextBefore: writeCursor(last), searchedTo: new Date(last.at).toISOString() };
  };
  const lookThrough = async ({ section, outlines }: Part): Promise<DeliveryPage | undefined> => {
    let deliveries: ReadonlyMap<string, Delivery> | undefined;
    for (const outline of outlines) {
      const page = endBefore();
      if (page !== undefined) return page;
      last = outline;
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
  const start = await startAfter(sections, before === undefined ? undefined : readCursor(before));
  if (start === undefined) return;
  for (const [index, section] of sections.entries()) {
    if (index < start.section || !section.reaches(earliest)) continue;
    const outlines = (await section.outlines()).slice(index === start.section ? start.skip : 0);
    const { notAfter } = start;
    yield { section, outlines: notAfter === undefined ? outlines : outlines.filter(({ at }) => at <= notAfter) };
  }
}

type Start = { readonly section: number; readonly skip: number; readonly notAfter?: number };

/**
 * When the delivery to go on after is gone, the list goes on with what arrived no later. Most often that is nothing, as
 * the oldest go first; but a damaged file may have lost it, or a crash before it was written.
 */
async function startAfter(sections: readonly Section[], cursor: Cursor | undefined): Promise<Start | undefined> {
  if (cursor === undefined) return { section: 0, skip: 0 };
  for (const [section, { outlines }] of sections.entries()) {
    const position = (await outlines()).findIndex(({ id }) => id === cursor.id);
    if (position !== -1) return { section, skip: position + 1 };
  }
  return cursor.at === undefined ? undefined : { section: 0, skip: 0, notAfter: cursor.at };
}
