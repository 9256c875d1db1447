/**
 * Deliveries as the window asks for them: filtered, revealed, counted.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { DeliveryView } from '../../../src/contract/views.ts';
import { ok } from '../../../src/domain/result.ts';
import { isMasked, isNeverKept } from '../../../src/domain/secret-header.ts';
import type { StandInState } from './state.ts';

type Names = 'deliveries.list' | 'deliveries.get' | 'deliveries.reveal' | 'deliveries.rates';

const steps = 48;

/** @param state all deliveries, newest first */
export function createDeliveryAnswers(state: StandInState): Pick<Handlers, Names> {
  return {
    'deliveries.list': async ({ before, limit, ...filter }) => {
      const start = before === undefined ? 0 : state.deliveries.findIndex(({ id }) => id === before) + 1;
      const fitting = state.deliveries.slice(start).filter((delivery) => fits(delivery, filter));
      const items = fitting.slice(0, limit);
      return ok({ items, nextBefore: fitting.length > limit ? (items.at(-1)?.id ?? null) : null });
    },
    'deliveries.get': async ({ id }) => {
      const delivery = state.deliveries.find((other) => other.id === id);
      return delivery ? ok(delivery) : refuse('not-found');
    },
    'deliveries.reveal': async ({ id, header }) => {
      const [name, value] = state.deliveries.find((other) => other.id === id)?.headers[header] ?? [];
      if (name === undefined || value === undefined) return refuse('not-found');
      if (isNeverKept(name)) return refuse('never-kept');
      return ok({ value: isMasked(name) ? '9f2c1e77b0a54d3286c4e1f0a7b9d8c3' : value });
    },
    'deliveries.rates': async ({ lineId, hours }) => {
      const stepMs = (hours * 3_600_000) / steps;
      const from = Date.now() - steps * stepMs + 1;
      const counts = Array.from({ length: steps }, (_, index) => ({
        at: new Date(from + index * stepMs).toISOString(),
        accepted: 0,
        duplicate: 0,
        rejected: 0,
        'not-understood': 0,
      }));
      for (const delivery of state.deliveries) {
        const step = counts[Math.floor((Date.parse(delivery.receivedAt) - from) / stepMs)];
        if (step !== undefined && (lineId === undefined || delivery.lineId === lineId)) step[delivery.verdict] += 1;
      }
      return ok({ stepMs, steps: counts });
    },
  };
}

type Filter = Omit<Parameters<Handlers['deliveries.list']>[0], 'before' | 'limit'>;

function fits(delivery: DeliveryView, { lineId, verdicts, from, to, text = '', messageId }: Filter): boolean {
  const { path, query = '', headers, bodyText } = delivery;
  const searched = [path, query, ...headers.map(([name, value]) => (isMasked(name) ? name : `${name}: ${value}`)), bodyText ?? ''];
  return (
    (lineId === undefined || delivery.lineId === lineId) &&
    (verdicts === undefined || verdicts.includes(delivery.verdict)) &&
    (from === undefined || delivery.receivedAt >= from) &&
    (to === undefined || delivery.receivedAt < to) &&
    (messageId === undefined || delivery.messageId === messageId) &&
    searched.some((where) => where.toLowerCase().includes(text.toLowerCase()))
  );
}
