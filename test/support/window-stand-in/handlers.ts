/**
 * Answers the window as the core would, as far as looks and habits go. Nothing here verifies, stores or sends.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { TunnelStatus } from '../../../src/contract/views.ts';
import { isInLane } from '../../../src/domain/lane.ts';
import type { Message } from '../../../src/domain/message.ts';
import { ok } from '../../../src/domain/result.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { createCodeHandlers } from './codes.ts';
import { createComposingHandlers } from './composing.ts';
import { contactHandlers } from './contacts.ts';
import { createDeliveryAnswers } from './deliveries.ts';
import { createDoctorAnswers } from './doctor.ts';
import { createExchangeHandlers } from './exchange.ts';
import { createLabHandlers } from './lab.ts';
import { createLaneHandlers } from './lanes.ts';
import { createMediaHandlers } from './media.ts';
import { providers } from './providers.ts';
import { sampleHistory } from './reception.ts';
import { createRuleHandlers } from './rules.ts';
import { sampleLine, sampleMessage } from './sample.ts';
import { createSearchAnswers } from './search.ts';
import type { Standing } from './state.ts';
import { createTakeAlongAnswers } from './take-along.ts';

export function createHandlers(standing: Standing, show: string): Handlers {
  const { state } = standing;
  const listed = () => [...state.conversations.values()].sort((one, other) => other.lastSequence - one.lastSequence);
  const find = (id: string): Message | undefined => [...state.messages.values()].flat().find((message) => message.id === id);
  const later = (milliseconds: number, task: () => void): void => void setTimeout(task, milliseconds);

  function advance(message: Message): void {
    later(500, () => standing.put({ ...message, status: 'sending' }));
    later(1_100, () => standing.put({ ...message, status: 'sent' }));
    later(2_200, () => standing.put({ ...message, status: 'delivered' }));
  }

  function receive(reception: TunnelStatus['reception']): TunnelStatus {
    const tunnel = { ...state.snapshot.tunnel, reception };
    standing.announce([{ kind: 'tunnel', tunnel }]);
    return tunnel;
  }

  return {
    'state.snapshot': async () =>
      ok({
        ...state.snapshot,
        revision: state.revision,
        totals: standing.totals(),
        conversations: {
          items: listed().filter((conversation) => isInLane(conversation, { kind: 'inbox' }, standing.context())),
          nextCursor: null,
        },
        laneCounts: standing.laneCounts(),
      }),

    'lines.list': async () => ok({ items: state.snapshot.lines }),
    'lines.providers': async () => ok({ items: [...providers] }),
    'lines.create': async ({ provider, label, number, credentials }) => {
      const info = providers.find(({ name }) => name === provider);
      const missing = (info?.fields ?? []).filter(({ key, required }) => required && !credentials[key]);
      if (missing.length > 0) {
        return refuse('invalid-input', { fields: Object.fromEntries(missing.map(({ key }) => [`credentials.${key}`, 'This is needed.'])) });
      }
      const line = { ...sampleLine(`line${state.snapshot.lines.length}`, provider, label, number, false), lastDelivery: null };
      state.snapshot = { ...state.snapshot, lines: [...state.snapshot.lines, line] };
      standing.announce([{ kind: 'line', line }]);
      return ok(line);
    },
    'lines.update': async ({ id, label, number, color, waitingHours }) => {
      const present = state.snapshot.lines.find((line) => line.id === id);
      if (!present) return refuse('line-not-found');
      const line = {
        ...present,
        ...(label !== undefined && { label }),
        ...(number !== undefined && { number }),
        ...(color != null && { color }),
        ...(waitingHours != null && { waitingHours }),
      };
      state.snapshot = { ...state.snapshot, lines: state.snapshot.lines.map((other) => (other.id === id ? line : other)) };
      standing.announce([{ kind: 'line', line }]);
      return ok(line);
    },
    'lines.remove': async ({ id }) => {
      const present = state.snapshot.lines.find((line) => line.id === id);
      if (!present) return refuse('line-not-found');
      standing.announce([{ kind: 'line', line: { ...present, removedAt: new Date().toISOString() } }]);
      return ok({ id });
    },
    'lines.test': async () => {
      await new Promise((resolve) => later(900, () => resolve(undefined)));
      const reachable = state.snapshot.tunnel.reception === 'receiving';
      return ok({
        reachable,
        roundTripMs: reachable ? 412 : null,
        steps: [
          { name: 'The receiver answers on this computer', state: 'passed', message: 'It answered in 2 ms.' },
          {
            name: 'There is a public address',
            state: reachable ? 'passed' : 'failed',
            message: reachable ? 'https://texts.example.com' : 'None was entered.',
          },
          {
            name: 'A request comes back through it',
            state: reachable ? 'passed' : 'skipped',
            message: reachable ? 'It took 412 ms.' : 'There is nothing to try yet.',
          },
        ],
      });
    },

    ...createLaneHandlers(standing),
    'conversations.get': async ({ id }) => {
      const conversation = state.conversations.get(id);
      return conversation ? ok(conversation) : refuse('not-found');
    },
    'conversations.update': async ({ id, ...changes }) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      return ok(standing.change(id, given));
    },
    'conversations.markRead': async ({ id, read }) => {
      const last = state.messages.get(id)?.at(-1);
      if (!last) return refuse('not-found');
      return ok(standing.change(id, { readUpTo: read ? last.sequence : last.sequence - 1 }));
    },

    'messages.list': async ({ conversationId, before, limit }) => {
      const all = state.messages.get(conversationId) ?? [];
      const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
      const start = Math.max(0, end - limit);
      const items = all.slice(start, end);
      return ok({ items, nextBefore: start > 0 ? (items[0]?.id ?? null) : null });
    },
    'messages.get': async ({ id }) => {
      const message = find(id);
      return message ? ok(message) : refuse('not-found');
    },
    'messages.send': async ({ lineId, to, body, mediaUrls, clientId }) => {
      if (!/\d{3}/.test(to)) return refuse('invalid-input', { fields: { to: 'Enter a number with its country code.' } });
      const media = mediaUrls?.map((url) => ({ url }));
      const message = sampleMessage(lineId, to.replace(/[\s()-]/g, ''), [
        'out',
        0,
        body,
        { status: 'queued', clientId, ...(media && { media }) },
      ]);
      standing.put(message);
      advance(message);
      return ok(message);
    },
    'messages.retry': async ({ id }) => {
      const present = find(id);
      if (!present) return refuse('not-found');
      const { failure: _failure, ...rest } = present;
      const message: Message = { ...rest, status: 'queued' };
      standing.put(message);
      advance(message);
      return ok(message);
    },
    'messages.cancel': async ({ id }) => {
      const message = find(id);
      if (!message) return refuse('not-found');
      standing.put({ ...message, status: 'cancelled' });
      return ok({ ...message, status: 'cancelled' });
    },
    'messages.remove': async ({ id }) => {
      const message = find(id);
      if (!message) return refuse('not-found');
      const { conversationId } = message;
      state.messages.set(
        conversationId,
        (state.messages.get(conversationId) ?? []).filter((other) => other.id !== id),
      );
      standing.announce([{ kind: 'message-removed', id, conversationId }]);
      return ok({ id });
    },

    ...createSearchAnswers({ messages: () => [...state.messages.values()].flat(), conversations: listed }),

    ...createDeliveryAnswers(state),
    ...createDoctorAnswers(state, new URLSearchParams(location.search).get('doctor')),
    ...createLabHandlers(state),

    ...createTakeAlongAnswers(standing),

    'tunnel.status': async () => ok(state.snapshot.tunnel),
    'tunnel.configure': async ({ kind, publicUrl }) => {
      if (kind === 'own-url' && !/^https:\/\/[^/]+\.[^/]+/.test(publicUrl ?? '')) {
        return refuse('invalid-input', { fields: { publicUrl: 'Enter a whole address that begins with https://.' } });
      }
      const tunnel = {
        ...state.snapshot.tunnel,
        kind,
        publicUrl: publicUrl ?? null,
        reception: kind === 'none' ? ('not-reachable' as const) : ('receiving' as const),
      };
      state.snapshot = { ...state.snapshot, tunnel };
      standing.announce([{ kind: 'tunnel', tunnel }]);
      return ok(tunnel);
    },
    'tunnel.start': async () => ok(state.snapshot.tunnel),
    'tunnel.stop': async () => ok(state.snapshot.tunnel),
    'tunnel.acceptHostKey': async () => ok(state.snapshot.tunnel),
    'reception.check': async () => ok(state.snapshot.tunnel),
    'reception.pause': async () => ok(receive('paused')),
    'reception.resume': async () => ok(receive('receiving')),
    'reception.history': async ({ days }) => ok(sampleHistory(days, show)),
    'lines.register': async () => refuse('line-not-found'),
    'lines.checkRegistration': async () => refuse('line-not-found'),
    'lines.restoreRegistration': async () => refuse('line-not-found'),

    'settings.get': async () => ok(state.snapshot.settings),
    'settings.update': async ({ notifications, deliveries, registration, ...rest }) => {
      const present = state.snapshot.settings;
      const settings = settingsSchema.parse({
        ...present,
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
        notifications: { ...present.notifications, ...notifications },
        deliveries: { ...present.deliveries, ...deliveries },
        registration: { ...present.registration, ...registration },
      });
      state.snapshot = { ...state.snapshot, settings };
      standing.announce([{ kind: 'settings', settings }]);
      return ok(settings);
    },

    ...contactHandlers(standing),
    ...createCodeHandlers(standing),
    ...createComposingHandlers(standing),
    ...createRuleHandlers(standing),
    ...createMediaHandlers(standing, find),
    ...createExchangeHandlers(standing),
    'jobs.cancel': async () => refuse('not-found'),
    'jobs.dismiss': async () => refuse('not-found'),

    'practice.text': async ({ body }) => {
      const message = sampleMessage('practice', '+12025550100', [
        'in',
        0,
        body ?? 'Hello from the simulated phone. This text came through the real receiver.',
      ]);
      later(350, () => standing.put(message));
      return ok(message);
    },
  };
}
