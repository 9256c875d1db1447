/**
 * Which requests on their way through the receiver are the replay lab's own. Each carries a token that was made for it,
 * is told to nobody else and counts once: whoever makes one up is taken for what they are, any sender. What the lab sends
 * must disturb nothing, so the receiver asks here before it counts, records or concludes anything.
 * @module
 */
import type { DeliveryReason, Verdict } from '../../../domain/delivery.ts';
import type { Endpoint } from '../../line-book.ts';
import type { Random, Receiver, WebhookRequest } from '../../ports.ts';
import type { Passage, Recorder } from '../../recorder.ts';

export const labHeader = 'X-Texttray-Lab';
const labHeaderKey = labHeader.toLowerCase();

/** What was made of one of the lab's requests. */
export type Judgement = {
  readonly request: WebhookRequest;
  readonly deliveryId: string;
  readonly verdict: Verdict;
  readonly reason?: DeliveryReason | undefined;
  readonly messageId?: string | undefined;
};

/** One request that is about to be sent. */
export type Visit = {
  /** The header it has to carry. */
  readonly header: readonly [name: string, value: string];
  /** `undefined`: nobody judged it (yet). */
  judgement(): Judgement | undefined;
  /** It is over: its token counts no more. */
  end(): void;
};

/** What answers at a path while a run into a throwaway inbox lasts. */
export type Bench = { readonly endpoint: Endpoint; readonly receive: Receiver['receive']; readonly recorder: Recorder };

type Head = Omit<WebhookRequest, 'body'>;

export type LabVisits = {
  /** Announces a request to this path. */
  expect(path: string): Visit;
  /** From now on this answers at `path`, to announced requests only. The returned function ends that. */
  lay(path: string, bench: Bench): () => void;
  bench(path: string): Bench | undefined;
  /** Whether the token of this request is good. */
  isExpected(head: Head): boolean;
  /** Uses up its token, and answers the request without it; `undefined`: it is none of the lab's. */
  admit(request: WebhookRequest): WebhookRequest | undefined;
  /** Whether a request was admitted. */
  isVisit(request: WebhookRequest): boolean;
  /** A recorder that marks what the lab sent and lets the lab know what was decided. */
  watch(recorder: Recorder): Recorder;
};

type Noted = { readonly path: string; judgement?: Judgement };

export function createLabVisits({ random }: { readonly random: Random }): LabVisits {
  const expected = new Map<string, Noted>();
  const benches = new Map<string, Bench>();
  const admitted = new WeakMap<WebhookRequest, Noted>();

  const tokenOf = (head: Head): string | undefined => {
    // Asked for every delivery: there is nothing to look for while no run is under way.
    if (expected.size === 0) return undefined;
    return head.headers.find(([name, value]) => name.toLowerCase() === labHeaderKey && expected.get(value)?.path === head.path)?.[1];
  };

  const note = ({ request, deliveryId }: Passage, { verdict, reason, messageId }: Parameters<Recorder['record']>[1]): void => {
    const visit = admitted.get(request);
    if (visit !== undefined) visit.judgement = { request, deliveryId, verdict, reason, messageId };
  };

  return {
    expect(path) {
      const token = random.token(24);
      const visit: Noted = { path };
      expected.set(token, visit);
      return { header: [labHeader, token], judgement: () => visit.judgement, end: () => void expected.delete(token) };
    },
    lay(path, bench) {
      benches.set(path, bench);
      return () => benches.delete(path);
    },
    bench: (path) => benches.get(path),
    isExpected: (head) => tokenOf(head) !== undefined,
    admit(request) {
      const token = tokenOf(request);
      const visit = token === undefined ? undefined : expected.get(token);
      if (token === undefined || visit === undefined) return undefined;
      expected.delete(token);
      const own = { ...request, headers: request.headers.filter(([, value]) => value !== token) };
      admitted.set(own, visit);
      return own;
    },
    isVisit: (request) => admitted.has(request),
    watch: (recorder) => ({
      ...recorder,
      begin: (request, lineId, options) => recorder.begin(request, lineId, admitted.has(request) ? { ...options, origin: 'lab' } : options),
      record(passage, decision) {
        note(passage, decision);
        recorder.record(passage, decision);
      },
      recordDurably(passage, decision) {
        note(passage, decision);
        return recorder.recordDurably(passage, decision);
      },
    }),
  };
}
