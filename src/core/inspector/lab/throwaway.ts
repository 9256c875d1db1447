/**
 * A throwaway inbox: requests to it are judged by the very code that judges a provider's, with the line's own secret and
 * addresses, but what comes out of it goes nowhere. It stores nothing, tells nobody, answers no rule and counts for no
 * reachability. It knows what came to it before, and nothing of what the real inbox has.
 * @module
 */
import type { Message } from '../../../domain/message.ts';
import type { KeepText } from '../../keep-text.ts';
import type { Endpoint } from '../../line-book.ts';
import type { Clock, Logger, MessageLog } from '../../ports.ts';
import { createReceive } from '../../receive.ts';
import type { Recorder } from '../../recorder.ts';
import { outboundKey, type StatusReports } from '../../status-reports.ts';
import type { Bench, LabVisits } from './visits.ts';

type Dependencies = {
  readonly visits: Pick<LabVisits, 'watch'>;
  readonly messages: Pick<MessageLog, 'idOf' | 'get'>;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Makes one for a line. It judges also while receiving is paused: nothing is taken that would have to wait. */
export function createThrowaway(endpoint: Endpoint, { visits, messages, clock, logger }: Dependencies): Bench {
  const recorder = visits.watch(keepsNothing);
  const receive = createReceive({
    lines: { endpointAt: () => endpoint },
    keepText: inMemory(),
    recorder,
    statusReports: onlyLooking(messages),
    isPaused: () => false,
    onLocked: () => undefined,
    onVerified: () => undefined,
    inlineAnswer: async () => undefined,
    clock,
    logger,
    onText: () => undefined,
  });
  return { endpoint, receive, recorder };
}

const keepsNothing: Recorder = {
  begin: (request, lineId) => ({ deliveryId: '', request, lineId, startedAt: 0, recordRefusal: true }),
  record: () => undefined,
  recordDurably: async () => undefined,
  notified: () => undefined,
  flush: () => undefined,
};

function inMemory(): KeepText {
  const texts = new Map<string, Message>();
  return async (lineId, text, { at }) => {
    const earlier = texts.get(text.key);
    if (earlier !== undefined) return { kind: 'duplicate', message: earlier };
    const sequence = texts.size;
    const message: Message = {
      id: `throwaway-${sequence}`,
      sequence,
      lineId,
      conversationId: '',
      peer: text.from,
      direction: 'inbound',
      body: text.body,
      at,
      status: 'received',
    };
    texts.set(text.key, message);
    return { kind: 'stored', message };
  };
}

/** Whether a report is about a text of ours can only be seen in the real log; it is read and left as it is. */
function onlyLooking(messages: Dependencies['messages']): Pick<StatusReports, 'apply'> {
  return {
    async apply(lineId, { providerId }) {
      const id = messages.idOf(outboundKey(lineId, providerId));
      return id === undefined ? undefined : messages.get(id);
    },
  };
}
