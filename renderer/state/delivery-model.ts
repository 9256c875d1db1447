/**
 * What the window holds of the log of deliveries, and what it is narrowed by.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { DeliveryFilter } from '../../src/contract/methods/deliveries.ts';
import type { DeliverySummary, Verdict } from '../../src/domain/delivery.ts';

export type DeliveryTime =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'days'; readonly days: number }
  /** As typed, in this computer's time; '' is open. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** From a moment to before another one: a step of the rates. */
  | { readonly kind: 'span'; readonly from: string; readonly to: string };

export type DeliveryChoice = {
  readonly lineId: string | null;
  /** None: all of them. */
  readonly verdicts: readonly Verdict[];
  readonly time: DeliveryTime | null;
  readonly text: string;
  /** Those a message came from or that repeated it. */
  readonly messageId: string | null;
};

export const anyDelivery: DeliveryChoice = { lineId: null, verdicts: [], time: null, text: '', messageId: null };

/** How a body is looked at. */
export type BodyTab = 'pretty' | 'raw' | 'hex';

export type DeliveriesState = {
  readonly items: readonly DeliverySummary[];
  readonly nextBefore: string | null;
  readonly phase: 'none' | 'loading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  /** Kept as long as the window is there. */
  readonly choice: DeliveryChoice;
  /** Down to where a search for a text that takes long got so far. */
  readonly searchedTo: string | null;
  /** How many came since the window opened, whether listed or not. */
  readonly arrived: number;
  /** How many came that only the core can tell about: whether they hold the text one looks for. */
  readonly unsure: number;
  /** The newest of those listed that came while one looks, and how many such came. */
  readonly fresh: { readonly id: string; readonly count: number } | null;
  readonly tab: BodyTab;
  /** The one to compare another with. */
  readonly marked: string | null;
};

export const noDeliveries: DeliveriesState = {
  items: [],
  nextBefore: null,
  phase: 'none',
  failure: null,
  choice: anyDelivery,
  searchedTo: null,
  arrived: 0,
  unsure: 0,
  fresh: null,
  tab: 'pretty',
  marked: null,
};

export function isNarrowed({ lineId, verdicts, time, text, messageId }: DeliveryChoice): boolean {
  return lineId !== null || verdicts.length > 0 || time !== null || text.trim() !== '' || messageId !== null;
}

/** What the core is asked for. */
export function filterOf({ lineId, verdicts, time, text, messageId }: DeliveryChoice, now: Date): DeliveryFilter {
  const words = text.trim();
  return {
    ...(lineId !== null && { lineId }),
    ...(verdicts.length > 0 && { verdicts: [...verdicts] }),
    ...(time !== null && boundsOf(time, now)),
    ...(words !== '' && { text: words }),
    ...(messageId !== null && { messageId }),
  };
}

const hour = 3_600_000;
const day = 24 * hour;

/** From when to before when, as instants. A time that is not whole yet bounds nothing. */
function boundsOf(time: DeliveryTime, now: Date): Pick<DeliveryFilter, 'from' | 'to'> {
  switch (time.kind) {
    case 'hours':
      return { from: new Date(now.getTime() - time.hours * hour).toISOString() };
    case 'days':
      return { from: new Date(now.getTime() - time.days * day).toISOString() };
    case 'today':
      return { from: new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString() };
    case 'span':
      return { from: time.from, to: time.to };
    case 'range': {
      const ends = [time.from, time.to].map((end) => new Date(end));
      const [from, to] = ends.every((end) => !Number.isNaN(end.getTime()))
        ? ends.sort((one, other) => one.getTime() - other.getTime())
        : ends;
      const [first, last] = [instantOf(from), instantOf(to)];
      return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
    }
  }
}

/** What was typed may be half a date. */
function instantOf(at: Date | undefined): string | undefined {
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Whether one that came belongs to what is listed; `undefined`: only the core can tell. */
export function isListed(choice: DeliveryChoice, delivery: DeliverySummary): boolean | undefined {
  const { lineId, verdicts, time, text, messageId } = choice;
  if (lineId !== null && delivery.lineId !== lineId) return false;
  if (verdicts.length > 0 && !verdicts.includes(delivery.verdict)) return false;
  if (messageId !== null && delivery.messageId !== messageId) return false;
  if (time !== null) {
    const { from, to } = boundsOf(time, new Date(delivery.receivedAt));
    if ((from !== undefined && delivery.receivedAt < from) || (to !== undefined && delivery.receivedAt >= to)) return false;
  }
  return text.trim() === '' ? true : undefined;
}

/** More are not held; scrolling down loads them again. */
const most = 20_000;

/** The log after some deliveries came or changed, in the order they came: one walk through it, however many there are. */
export function withDeliveries(state: DeliveriesState, arrived: readonly DeliverySummary[]): DeliveriesState {
  const latest = new Map(arrived.map((delivery) => [delivery.id, delivery]));
  const items = state.items.map((item) => {
    const changed = latest.get(item.id);
    latest.delete(item.id);
    return changed ?? item;
  });
  const fresh: DeliverySummary[] = [];
  let { unsure } = state;
  for (const delivery of latest.values()) {
    const listed = isListed(state.choice, delivery);
    if (listed === undefined) unsure += 1;
    else if (listed) fresh.unshift(delivery);
  }
  const all = [...fresh, ...items];
  const kept = all.slice(0, most);
  return {
    ...state,
    items: kept,
    nextBefore: kept.length < all.length ? (kept.at(-1)?.id ?? null) : state.nextBefore,
    arrived: state.arrived + latest.size,
    unsure,
    fresh: freshAfter(state, fresh),
  };
}

/** What came last of those listed. */
export function freshAfter({ fresh }: Pick<DeliveriesState, 'fresh'>, came: readonly DeliverySummary[]): DeliveriesState['fresh'] {
  const newest = came[0];
  return newest === undefined ? fresh : { id: newest.id, count: (fresh?.count ?? 0) + came.length };
}
