/**
 * The carrier of the browser host: calls are `POST /rpc/<method>`, events are one long `GET /events`, which is opened
 * again with growing pauses for as long as the host is away.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import type { InboxEvent } from '../src/contract/state.ts';
import type { BridgeListener, Call, Carrier } from './bridge.ts';
import { hostUnreachable, notPermitted } from './carrier-failures.ts';
import { readEvents } from './event-stream.ts';

export type HttpCarrierOptions = {
  readonly token: string;
  readonly fetch: typeof fetch;
  /** Waits before the stream is opened again; resolves early when the signal says so. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** The pause before the nth attempt in a row, in milliseconds. */
export function retryPause(attempt: number): number {
  return Math.min(250 * 2 ** attempt, 5_000);
}

export function createHttpCarrier({ token, fetch, pause = wait }: HttpCarrierOptions): Carrier {
  const authorization = { Authorization: `Bearer ${token}` };

  async function call(name: string, input: unknown): Promise<Answered<unknown>> {
    try {
      const response = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (response.status === 401 || response.status === 403) return notPermitted();
      return (await response.json()) as Answered<unknown>;
    } catch {
      return hostUnreachable();
    }
  }

  async function stream(signal: AbortSignal, onEvent: BridgeListener['event'], onOpen: () => void): Promise<'lost' | 'refused'> {
    const response = await fetch('/events', { headers: authorization, signal });
    if (response.status === 401 || response.status === 403) return 'refused';
    if (!response.ok || !response.body) return 'lost';
    onOpen();
    await readEvents(response.body, (data) => onEvent(JSON.parse(data) as InboxEvent));
    return 'lost';
  }

  async function follow(listener: BridgeListener, signal: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!signal.aborted) {
      const ended = await stream(signal, listener.event, () => {
        attempt = 0;
        listener.connection('live');
      }).catch(() => 'lost' as const);
      if (signal.aborted) return;
      listener.connection(ended);
      if (ended === 'refused') return;
      await pause(retryPause(attempt), signal);
      attempt += 1;
    }
  }

  return {
    host: 'browser',
    call: call as Call,
    subscribe(listener) {
      const controller = new AbortController();
      void follow(listener, controller.signal);
      return () => controller.abort();
    },
  };
}

/** Waits, or less: a tab that is looked at again tries at once. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
