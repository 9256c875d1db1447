/**
 * One question to one server: GET, with nothing that tells who asks. No cookies, no credentials (not even those in the
 * URL), no referrer, no reused connection, and the body as it is: what is sent compressed could be a thousand times larger
 * unpacked.
 * @module
 */
import { type IncomingMessage, request as startRequest } from 'node:http';
import { lasting, passing } from './failures.ts';
import { openGuarded } from './guarded-connection.ts';
import type { Network } from './network.ts';

export type Exchange = {
  readonly answer: IncomingMessage;
  /** Ends the connection, whatever is still to come. */
  end(): void;
};

export type ExchangeOptions = {
  readonly network: Network;
  /** Ends everything, at any moment. */
  readonly signal: AbortSignal;
  readonly connectMs: number;
  /** The longest silence, in milliseconds. */
  readonly idleMs: number;
};

/** Resolves with the head of the answer. Rejects with `MediaTrouble`, the system's error or the signal's reason. */
export async function ask(url: URL, { network, signal, connectMs, idleMs }: ExchangeOptions): Promise<Exchange> {
  const slow = passing('too-slow');
  const socket = await withinTime(connectMs, slow, signal, (within) => openGuarded(url, network, within));
  let body: IncomingMessage | undefined;
  socket.setTimeout(idleMs, () => {
    // In this order: what reads the body is told why it ends, not just that it does.
    body?.destroy(slow);
    socket.destroy(slow);
  });
  const outgoing = startRequest({
    createConnection: () => socket,
    method: 'GET',
    path: url.pathname + url.search,
    headers: { Host: url.host, 'User-Agent': 'Texttray', Accept: '*/*', 'Accept-Encoding': 'identity', Connection: 'close' },
  });
  const end = (): void => {
    signal.removeEventListener('abort', aborted);
    outgoing.destroy();
    socket.destroy();
  };
  const aborted = (): void => {
    socket.destroy(signal.reason instanceof Error ? signal.reason : passing('incomplete'));
    outgoing.destroy();
  };
  signal.addEventListener('abort', aborted, { once: true });
  try {
    body = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing
        .once('response', resolve)
        .on('error', reject)
        .once('close', () => reject(passing('unreachable')));
      // Nothing else is spoken here: a server that changes the protocol gets no further.
      outgoing.once('upgrade', () => reject(lasting('unreachable')));
      outgoing.end();
      if (signal.aborted) aborted();
    });
    return { answer: body, end };
  } catch (error) {
    end();
    throw error;
  }
}

/** Runs a task that is given up after a time. */
async function withinTime<Value>(
  milliseconds: number,
  tooLate: Error,
  signal: AbortSignal,
  task: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooLate), milliseconds);
  const either = AbortSignal.any([signal, late.signal]);
  const over = new Promise<never>((_resolve, reject) => either.addEventListener('abort', () => reject(either.reason), { once: true }));
  try {
    either.throwIfAborted();
    // The look-up of a name cannot be stopped; it is not waited for.
    return await Promise.race([task(either), over]);
  } finally {
    clearTimeout(timer);
  }
}
