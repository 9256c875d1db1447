/**
 * What providers report about texts we sent. A report may overtake the answer to the request that sent the text; such
 * an early one is held until the text's provider id is known.
 * @module
 */
import { advancesStatus, type Message } from '../domain/message.ts';
import type { Clock, MessageLog, StatusReport } from './ports.ts';
import { createTurns } from './turns.ts';

/** How many early reports are held at most. */
const heldAtMost = 1_000;

/** What an outbound text is known by in the log once its provider gave it an id. */
export function outboundKey(lineId: string, providerId: string): string {
  return `out:${lineId}:${providerId}`;
}

export type StatusReports = {
  /** Applies a report; `undefined`: no such text is known (yet). Rejects with `StoreUnavailable`. */
  apply(lineId: string, report: StatusReport): Promise<Message | undefined>;
  /** Applies what was held for a text that has its provider id now. */
  applyHeld(lineId: string, providerId: string): Promise<void>;
};

type Dependencies = { readonly messages: MessageLog; readonly clock: Clock; readonly onChanged: (message: Message) => void };

export function createStatusReports({ messages, clock, onChanged }: Dependencies): StatusReports {
  const held = new Map<string, StatusReport>();
  /** Two reports at the same moment must not both be compared with what was before them. */
  const inTurn = createTurns();

  const apply = async (key: string, report: StatusReport): Promise<Message | undefined> => {
    const id = messages.idOf(key);
    const message = id === undefined ? undefined : await messages.get(id);
    if (message === undefined) {
      hold(key, report);
      return undefined;
    }
    // About an earlier try: it says nothing about the one the user asked for since.
    if (message.providerId !== undefined && message.providerId !== report.providerId) return message;
    if (!advancesStatus(message.status, report.status)) return message;
    const changed = await messages.patch(message.id, {
      status: report.status,
      statusAt: new Date(clock.now()).toISOString(),
      failure: report.failure ?? null,
    });
    if (changed !== undefined) onChanged(changed);
    return changed;
  };

  const hold = (key: string, report: StatusReport): void => {
    const earlier = held.get(key);
    if (earlier !== undefined && !advancesStatus(earlier.status, report.status)) return;
    held.delete(key);
    held.set(key, report);
    const oldest = held.keys().next().value;
    if (held.size > heldAtMost && oldest !== undefined) held.delete(oldest);
  };

  return {
    apply(lineId, report) {
      const key = outboundKey(lineId, report.providerId);
      return inTurn(key, () => apply(key, report));
    },
    applyHeld(lineId, providerId) {
      const key = outboundKey(lineId, providerId);
      return inTurn(key, async () => {
        const report = held.get(key);
        if (report === undefined) return;
        await apply(key, report);
        held.delete(key);
      });
    },
  };
}
