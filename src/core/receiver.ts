/**
 * What the webhook room asks of the core, put together.
 * @module
 */
import type { LineBook } from './line-book.ts';
import type { Receiver } from './ports.ts';
import type { Receive } from './receive.ts';
import type { Recorder } from './recorder.ts';

type Dependencies = {
  readonly lines: Pick<LineBook, 'endpointAt'>;
  readonly receive: Receive;
  readonly recorder: Recorder;
  readonly answerProbe: Receiver['answerProbe'];
  /** Largest body in bytes where the provider sets none. */
  readonly bodyLimit: number;
};

export function createReceiver({ lines, receive, recorder, answerProbe, bodyLimit }: Dependencies): Receiver {
  return {
    bodyLimitAt(path) {
      const endpoint = lines.endpointAt(path);
      return endpoint === undefined ? undefined : (endpoint.provider.bodyLimit ?? bodyLimit);
    },
    receive,
    refuse(request, reason, status) {
      const endpoint = lines.endpointAt(request.path);
      if (endpoint === undefined) return;
      const passage = recorder.begin({ ...request, body: new Uint8Array() }, endpoint.line.id);
      recorder.record(passage, { verdict: 'rejected', reason, status });
    },
    answerProbe,
  };
}
