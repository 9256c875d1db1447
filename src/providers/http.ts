/**
 * The HTTP client behind everything Texttray sends. What sets it apart from `fetch`: it knows whether a failed request
 * can have reached the other side, it never follows a redirect (keys and texts would follow), it keeps no connection open
 * (a stale one is the commonest way to an ambiguous request), and no answer can fill the memory.
 * @module
 */
import { type IncomingMessage, request as startRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpClient, HttpOutcome, HttpRequest } from '../core/ports.ts';
import { openConnection } from './connection.ts';

export type HttpClientOptions = {
  /** For the whole exchange, when the request names none; default 15 s. */
  readonly timeoutMs?: number;
  /** Longest answer in bytes; default 1 MiB. A longer one is no whole answer. */
  readonly maxAnswerBytes?: number;
  /** Sent unless the request has its own. */
  readonly userAgent?: string;
};

/** Makes a client. Its requests never reject: every end is an `HttpOutcome`. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const { timeoutMs = 15_000, maxAnswerBytes = 1_048_576, userAgent = 'Texttray' } = options;
  return async (request) => {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol))
      return { kind: 'not-sent', reason: 'The address is not an http(s) address.' };
    const limit = request.timeoutMs ?? timeoutMs;
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(new Error(`There was no answer for ${limit / 1_000} s.`)), limit);
    try {
      const socket = await openConnection(url, timer.signal).catch((error: unknown) => ({ unreachable: explain(error) }));
      if ('unreachable' in socket) return { kind: 'not-sent', reason: socket.unreachable };
      return await exchange(request, url, { socket, signal: timer.signal, userAgent, maxAnswerBytes });
    } finally {
      clearTimeout(timeout);
    }
  };
}

type Exchange = { readonly socket: Socket; readonly signal: AbortSignal; readonly userAgent: string; readonly maxAnswerBytes: number };

/** Writes the request to the open connection and reads the answer. From the first write on, every error is ambiguous. */
async function exchange(request: HttpRequest, url: URL, { socket, signal, userAgent, maxAnswerBytes }: Exchange): Promise<HttpOutcome> {
  const body = Buffer.from(request.body ?? '');
  const sized = request.body !== undefined || request.method !== 'GET';
  let outgoing: ReturnType<typeof startRequest>;
  try {
    outgoing = startRequest({
      createConnection: () => socket,
      method: request.method,
      path: url.pathname + url.search,
      headers: {
        Host: url.host,
        'User-Agent': userAgent,
        Connection: 'close',
        ...request.headers,
        ...(sized && { 'Content-Length': body.length }),
      },
    });
  } catch {
    socket.destroy();
    return { kind: 'not-sent', reason: 'A key or header has characters that cannot be sent.' };
  }
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const closed = new Error('The connection was closed before the answer.');
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      outgoing
        .once('response', resolve)
        .on('error', reject)
        .once('close', () => reject(closed));
      outgoing.end(body);
    });
    const bytes = await readAtMost(answer, maxAnswerBytes, signal);
    return { kind: 'answer', status: answer.statusCode ?? 0, headers: flatten(answer), body: bytes.toString('utf8') };
  } catch (error) {
    return { kind: 'ambiguous', reason: explain(error) };
  } finally {
    outgoing.destroy();
    socket.destroy();
  }
}

function readAtMost(answer: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) reject(new Error('The answer was too long.'));
    });
    answer.once('end', () => resolve(Buffer.concat(chunks)));
    answer.once('close', () => reject(new Error('The connection was closed in the middle of the answer.')));
    answer.on('error', reject);
  });
}

function flatten(answer: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(answer.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']));
}

const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name of the server was not found.',
  EAI_AGAIN: 'The name of the server could not be looked up. Is the computer online?',
  ECONNREFUSED: 'The server refused the connection.',
  ECONNRESET: 'The connection was closed.',
  EPIPE: 'The connection was closed.',
  ETIMEDOUT: 'The connection timed out.',
  EHOSTUNREACH: 'There is no way to the server. Is the computer online?',
  ENETUNREACH: 'There is no network. Is the computer online?',
};

/** One sentence without addresses or keys in it. */
export function explain(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error instanceof Error ? error.message : 'The connection failed.';
  return sentences[code] ?? (/CERT|SIGNATURE|TLS|SSL/.test(code) ? `No secure connection (${code}).` : `The connection failed (${code}).`);
}
