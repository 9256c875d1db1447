/**
 * Writes the replay lab's requests. Unlike the client behind everything else it leaves headers as they are, in their
 * order and spelling, takes bodies of any bytes, and is content with the beginning of a long answer: whatever stands
 * between the public address and the receiver may answer with a page of its own.
 * @module
 */
import { type IncomingMessage, request as startRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock, LabSender, RawOutcome, RawRequest } from '../core/ports.ts';
import { openConnection } from './connection.ts';
import { explain } from './http.ts';

export type LabSenderOptions = {
  readonly clock: Pick<Clock, 'monotonic'>;
  /** For the whole exchange; default 15 s. */
  readonly timeoutMs?: number;
  /** How much of an answer is kept, in bytes; default 20,000. */
  readonly keptBytes?: number;
};

/** Makes a sender. Every end is a `RawOutcome`. */
export function createLabSender({ clock, timeoutMs = 15_000, keptBytes = 20_000 }: LabSenderOptions): LabSender {
  return async (request) => {
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(new Error(`There was no answer for ${timeoutMs / 1_000} s.`)), timeoutMs);
    const signal = AbortSignal.any([timer.signal, request.signal]);
    let started = clock.monotonic();
    const took = (): number => Math.max(0, Math.round((clock.monotonic() - started) * 1_000) / 1_000);
    let socket: Socket | undefined;
    try {
      const base = new URL(request.base);
      socket = await openConnection(base, signal);
      started = clock.monotonic();
      const answer = await exchange(request, base, socket, signal);
      const body = await readBeginning(answer, keptBytes, signal);
      const contentType = answer.headers['content-type'];
      return { kind: 'answer', status: answer.statusCode ?? 0, ...(contentType !== undefined && { contentType }), body, tookMs: took() };
    } catch (error) {
      return { kind: 'failed', reason: explain(error), tookMs: took() } satisfies RawOutcome;
    } finally {
      clearTimeout(timeout);
      socket?.destroy();
    }
  };
}

/** A list of pairs is written by Node as it is: no header is added to it but `Connection`, where it has none. */
function exchange({ path, headers, body }: RawRequest, base: URL, socket: Socket, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const outgoing = startRequest({
      createConnection: () => socket,
      method: 'POST',
      path: base.pathname.replace(/\/$/, '') + path,
      headers: headers.flat(),
    });
    outgoing
      .once('response', resolve)
      .on('error', reject)
      .once('close', () => reject(new Error('The connection was closed before the answer.')));
    outgoing.end(body);
  });
}

function readBeginning(answer: IncomingMessage, most: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (): void => resolve(Buffer.concat(chunks).subarray(0, most).toString('utf8'));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= most) finish();
    });
    answer.once('end', finish);
    answer.once('close', () => reject(new Error('The connection was closed in the middle of the answer.')));
    answer.on('error', reject);
  });
}
