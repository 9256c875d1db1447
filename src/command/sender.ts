/**
 * Sends one request to whatever http(s) address it is given and brings back the answer. Follows no redirect: text and
 * proof would travel to an address nobody named. Every end is a value.
 * @module
 */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Composed, Headers } from './compose.ts';

export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Headers;
      /** At most the first mebibyte. */
      readonly body: Uint8Array;
      readonly isCut: boolean;
      readonly tookMs: number;
    }
  | { readonly kind: 'no-answer'; readonly reason: string; readonly tookMs: number };

export type Send = (request: Composed) => Promise<Outcome>;

const mostAnswerBytes = 1_048_576;

type Dependencies = {
  /** For the whole exchange. */
  readonly timeoutMs: number;
  /** Milliseconds that only grow. */
  readonly monotonic: () => number;
};

export function createSender({ timeoutMs, monotonic }: Dependencies): Send {
  return async (composed) => {
    const began = monotonic();
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), timeoutMs);
    try {
      const answer = await exchange(composed, timer.signal);
      return { kind: 'answer', ...answer, tookMs: monotonic() - began };
    } catch (error) {
      const reason = timer.signal.aborted ? `There was no answer within ${timeoutMs / 1_000} s.` : explain(error);
      return { kind: 'no-answer', reason, tookMs: monotonic() - began };
    } finally {
      clearTimeout(timeout);
    }
  };
}

type Answer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array; readonly isCut: boolean };

function exchange({ url, headers, body }: Composed, signal: AbortSignal): Promise<Answer> {
  const target = new URL(url);
  const start = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    let hasAnswer = false;
    // As a flat list headers are written as they are, in this order.
    const outgoing = start(target, { method: 'POST', headers: headers.flat(), agent: false, signal });
    outgoing.once('response', (answer) => {
      hasAnswer = true;
      readAnswer(answer, signal)
        .then(resolve, reject)
        .finally(() => outgoing.destroy());
    });
    // Who answers before the whole body has arrived may close while we still write: the answer counts.
    outgoing.on('error', (error) => {
      if (!hasAnswer) reject(error);
    });
    outgoing.end(body);
  });
}

function readAnswer(answer: IncomingMessage, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (isCut: boolean) =>
      resolve({
        status: answer.statusCode ?? 0,
        headers: pairs(answer.rawHeaders),
        body: Buffer.concat(chunks).subarray(0, mostAnswerBytes),
        isCut,
      });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostAnswerBytes) finish(true);
    });
    answer.once('end', () => finish(false));
    answer.on('error', reject);
    answer.once('close', () => reject(new Error('The connection was closed in the middle of the answer.')));
  });
}

function pairs(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}

const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name of the server was not found.',
  EAI_AGAIN: 'The name of the server could not be looked up. Is the computer online?',
  ECONNREFUSED: 'The server refused the connection: nothing listens there.',
  ECONNRESET: 'The connection was closed without an answer.',
  EPIPE: 'The connection was closed without an answer.',
  ETIMEDOUT: 'The connection timed out.',
  EHOSTUNREACH: 'There is no way to the server. Is the computer online?',
  ENETUNREACH: 'There is no network. Is the computer online?',
  EPROTO: 'No secure connection: the server does not speak https there.',
};

/** One sentence without addresses in it. */
function explain(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error instanceof Error ? error.message : 'The connection failed.';
  if (code.startsWith('HPE_')) return 'What listens there does not answer in HTTP.';
  return sentences[code] ?? (/CERT|SIGNATURE|TLS|SSL/.test(code) ? `No secure connection (${code}).` : `The connection failed (${code}).`);
}
