/**
 * Templates and scheduled texts, kept as the core keeps them but never sent.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Scheduled } from '../../../src/domain/scheduled.ts';
import type { Template } from '../../../src/domain/template.ts';
import { sampleMessage } from './sample.ts';
import type { Standing } from './state.ts';

type Names = Extract<MethodName, `templates.${string}` | `schedule.${string}`>;

export function createComposingHandlers({ state, announce }: Standing): Pick<Handlers, Names> {
  const keepTemplates = (templates: Template[]): void => {
    state.snapshot = { ...state.snapshot, templates };
    announce([{ kind: 'templates', templates }]);
  };
  const keepScheduled = (scheduled: Scheduled[]): void => {
    state.snapshot = { ...state.snapshot, scheduled };
    announce([{ kind: 'scheduled', scheduled }]);
  };
  const without = (id: string) => {
    const present = state.snapshot.scheduled.find((item) => item.id === id);
    if (present !== undefined) keepScheduled(state.snapshot.scheduled.filter((item) => item.id !== id));
    return present;
  };

  return {
    'templates.save': async ({ id, title, body }) => {
      const template = { id: id ?? `template${state.snapshot.templates.length}`, title, body };
      keepTemplates([...state.snapshot.templates.filter((item) => item.id !== id), template]);
      return ok(template);
    },
    'templates.remove': async ({ id }) => {
      const template = state.snapshot.templates.find((item) => item.id === id);
      if (template === undefined) return refuse('not-found');
      keepTemplates(state.snapshot.templates.filter((item) => item.id !== id));
      return ok(template);
    },
    'templates.order': async () => ok({ items: state.snapshot.templates }),

    'schedule.create': async ({ lineId, to, body, dueAt, unlessAnswered, clientId }) => {
      const known = [...state.conversations.values()].find(({ lineId: line, peer }) => line === lineId && peer === to);
      const item: Scheduled = {
        id: clientId,
        lineId,
        conversationId: known?.id ?? `c_${to}`,
        peer: to,
        body,
        mediaUrls: [],
        createdAt: new Date().toISOString(),
        dueAt,
        unlessAnswered: unlessAnswered ?? false,
        overrideOptOut: false,
        state: 'waiting',
      };
      keepScheduled([...state.snapshot.scheduled, item]);
      return ok(item);
    },
    'schedule.update': async ({ id, body, dueAt }) => {
      const present = without(id);
      if (present === undefined) return refuse('not-found');
      const item: Scheduled = { ...present, ...(body !== undefined && { body }), ...(dueAt !== undefined && { dueAt, state: 'waiting' }) };
      keepScheduled([...state.snapshot.scheduled, item]);
      return ok(item);
    },
    'schedule.sendNow': async ({ id }) => {
      const item = without(id);
      return item === undefined ? refuse('not-found') : ok(sampleMessage(item.lineId, item.peer, ['out', 0, item.body]));
    },
    'schedule.remove': async ({ id }) => {
      const item = without(id);
      return item === undefined ? refuse('not-found') : ok(item);
    },
  };
}
