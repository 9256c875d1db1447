/**
 * The receiver's HTTP side on a real port, in front of a core that accepts by one header and remembers what it was given.
 * @module
 */
import { onTestFinished } from 'vitest';
import type { Answer, Clock, Logger, Receiver, WebhookRequest } from '../../../src/core/ports.ts';
import type { DeliveryReason } from '../../../src/domain/delivery.ts';
import type { ListenerLimits, ReceiverLimits } from '../../../src/webhook/limits.ts';
import { type Listener, listen } from '../../../src/webhook/listen.ts';
import { createReceiverApp } from '../../../src/webhook/receiver-app.ts';

export const knownPath = '/hooks/AAAAAAAAAAAAAAAAAAAAAA';
export const otherPath = '/hooks/BBBBBBBBBBBBBBBBBBBBBB';
export const probePath = '/hooks/PPPPPPPPPPPPPPPPPPPPPP';
export const bodyLimit = 256 * 1024;

type Refused = { readonly request: Omit<WebhookRequest, 'body'>; readonly reason: DeliveryReason; readonly status: number };

export type StartedReceiver = {
  readonly listener: Listener;
  readonly port: number;
  /** Accepted deliveries. */
  readonly accepted: WebhookRequest[];
  /** Refused deliveries the core was allowed to record. */
  readonly recorded: WebhookRequest[];
  /** Deliveries that were refused before their body was whole. */
  readonly refused: Refused[];
  readonly logged: string[];
};

export type StartOptions = {
  /** What an accepted delivery is answered; a 204 when not given. */
  readonly answer?: (request: WebhookRequest) => Answer | Promise<Answer>;
  readonly clock?: Pick<Clock, 'now' | 'monotonic'>;
  readonly limits?: Partial<ReceiverLimits>;
  readonly listenerLimits?: Partial<ListenerLimits>;
};

export async function startReceiver({
  answer = () => ({ status: 204 }),
  clock,
  limits,
  listenerLimits,
}: StartOptions = {}): Promise<StartedReceiver> {
  const accepted: WebhookRequest[] = [];
  const recorded: WebhookRequest[] = [];
  const refused: Refused[] = [];
  const logged: string[] = [];
  const receiver: Receiver = {
    bodyLimitAt: (path) => (path === knownPath || path === otherPath ? bodyLimit : undefined),
    isFromLab: () => false,
    async receive(request, options) {
      if (request.headers.some(([name, value]) => name.toLowerCase() === 'x-signature' && value === 'good')) {
        accepted.push(request);
        return answer(request);
      }
      if (options?.record !== false) recorded.push(request);
      return { status: 401 };
    },
    refuse: (request, reason, status) => void refused.push({ request, reason, status }),
    answerProbe: (path, nonce) => (path === probePath && nonce !== '' ? `proof of ${nonce}` : undefined),
  };
  const note = (event: string): void => void logged.push(event);
  const logger: Logger = { debug: note, info: note, warn: note, error: note };
  const app = createReceiverApp({ receiver, logger, ...(clock && { clock }), ...(limits && { limits }) });
  const listening = await listen({ app, port: 0, ...(listenerLimits && { limits: listenerLimits }) });
  if (!listening.ok) throw new Error(listening.error.message);
  const listener = listening.value;
  onTestFinished(() => listener.close());
  return { listener, port: listener.port, accepted, recorded, refused, logged };
}

/** A whole POST as it goes over the wire, with a signature that is accepted. */
export function signedPost(path: string, body: string, headers: readonly string[] = []): string {
  return request('POST', path, body, ['x-signature: good', ...headers]);
}

/** A whole request as it goes over the wire. */
export function request(method: string, path: string, body: string, headers: readonly string[] = []): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers];
  return `${[...lines, `Content-Length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`;
}
