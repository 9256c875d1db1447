/**
 * A fixed run of everything the message log does, one step after the other, for tests that break something at each
 * point of it.
 * @module
 */
import { type MessageLog, StoreUnavailable } from '../../src/core/ports.ts';
import { createLogModel, type LogModel } from './log-model.ts';
import { inboundDraft, outboundDraft } from './store.ts';

/** A step does one thing to the log; what it answers does the same to a model. */
type Step = (log: MessageLog, model: LogModel) => Promise<(model: LogModel) => void>;

const peerOf = (index: number): string => `+1415555010${index % 3}`;

const put =
  (index: number, inbound = true): Step =>
  async (log) => {
    const draft = (inbound ? inboundDraft : outboundDraft)({ peer: peerOf(index), body: `text ${index}` });
    const { message } = await log.append(draft, [`key ${index}`]);
    return (model) => model.stored(message, draft, [`key ${index}`]);
  };

const idAt = (model: LogModel, place: number): string => [...model.messages.keys()].at(place) ?? '';

const patch =
  (place: number, status: 'sent' | 'delivered'): Step =>
  async (log, model) => {
    const id = idAt(model, place);
    await log.patch(id, { status });
    return (changed) => changed.patched(id, { status });
  };

const remove =
  (place: number): Step =>
  async (log, model) => {
    const id = idAt(model, place);
    await log.remove(id);
    return (changed) => changed.removed(id);
  };

const flag =
  (index: number, changes: { readUpTo?: number; pinned?: boolean; draft?: string }): Step =>
  async (log) => {
    const id = log.conversationId('l_1', peerOf(index));
    const known = await log.flag(id, changes);
    return (model) => {
      if (known !== undefined) model.flagged(id, changes);
    };
  };

const round = (start: number): Step[] => [
  put(start),
  put(start + 1),
  put(start + 2, false),
  flag(0, { pinned: start === 0 }),
  put(start + 3),
  patch(2, 'sent'),
  put(start + 4),
  flag(1, { readUpTo: start + 1 }),
  remove(0),
  put(start + 5, false),
  put(start + 6),
  patch(2, 'delivered'),
  flag(0, { draft: `draft ${start}` }),
  remove(-1),
  put(start + 7),
  put(start + 8, false),
  patch(-1, 'sent'),
  put(start + 9),
];

const logScenario: readonly Step[] = [0, 10, 20].flatMap(round);

export type Played = { readonly model: LogModel; readonly rejected: number };

/**
 * Plays the scenario. Steps the store refuses are left out of the model. `between` is given the model as it is before
 * and after each step.
 */
export async function playScenario(log: MessageLog, between: (model: LogModel) => void = () => undefined): Promise<Played> {
  const model = createLogModel();
  let rejected = 0;
  for (const step of logScenario) {
    try {
      const happened = await step(log, model);
      happened(model);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      rejected += 1;
    }
    between(model);
  }
  return { model, rejected };
}
