/**
 * What the webhook room asks of the core, put together. Here every path is looked up, the lines' and those at which a
 * throwaway inbox answers while the replay lab has it; the two never meet.
 * @module
 */
import type { LabVisits } from './inspector/lab/visits.ts';
import type { LineBook } from './line-book.ts';
import type { Receiver, WebhookRequest } from './ports.ts';
import type { Receive } from './receive.ts';
import type { Recorder } from './recorder.ts';

type Dependencies = {
  readonly lines: Pick<LineBook, 'endpointAt'>;
  readonly receive: Receive;
  readonly recorder: Recorder;
  readonly lab: Pick<LabVisits, 'bench' | 'isExpected' | 'admit'>;
  readonly answerProbe: Receiver['answerProbe'];
  /** Largest body in bytes where the provider sets none. */
  readonly bodyLimit: number;
};

export function createReceiver({ lines, receive, recorder, lab, answerProbe, bodyLimit }: Dependencies): Receiver {
  const placeAt = (path: string) => {
    const bench = lab.bench(path);
    return bench ?? { endpoint: lines.endpointAt(path), receive, recorder };
  };

  return {
    bodyLimitAt(path) {
      const { endpoint } = placeAt(path);
      return endpoint === undefined ? undefined : (endpoint.provider.bodyLimit ?? bodyLimit);
    },
    isFromLab: lab.isExpected,
    async receive(request, options) {
      const bench = lab.bench(request.path);
      const own = lab.admit(request);
      if (bench === undefined) return own === undefined ? receive(request, options) : receive(own);
      // Nobody but the lab is told that something answers here.
      return own === undefined ? { status: 404 } : bench.receive(own);
    },
    refuse(head, reason, status) {
      const { endpoint, recorder } = placeAt(head.path);
      if (endpoint === undefined) return;
      const request: WebhookRequest = { ...head, body: new Uint8Array() };
      const passage = recorder.begin(lab.admit(request) ?? request, endpoint.line.id);
      recorder.record(passage, { verdict: 'rejected', reason, status });
    },
    answerProbe,
  };
}
