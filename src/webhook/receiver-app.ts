/**
 * The receiver's Express application. Threat model: anyone can reach it, through the tunnel, and knows its code. A line's
 * webhook path is a secret of 132 bits, so everything that is not a POST to a known path gets one and the same answer,
 * 404 with nothing in it: no list of methods, no framework's name, no stack. At a known path the sender may still be
 * anybody until the signature is checked: the body is bounded in size, time and memory, refusals are recorded within a
 * budget, and a genuine delivery is never refused because of the forged ones around it. Trouble of our own is 5xx: some
 * providers never come back after a 4xx.
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Answer, Clock, Logger, Receiver, WebhookRequest } from '../core/ports.ts';
import { createBodyRoom, type Hold } from './body-room.ts';
import { defaultReceiverLimits, type ReceiverLimits } from './limits.ts';
import { readBody } from './read-body.ts';
import { createRefusalBudget } from './refusal-budget.ts';
import { turnAway, writeAnswer } from './write-answer.ts';

/** The header a reachability probe carries its nonce in. */
const probeHeader = 'x-texttray-probe';

const nothingHere: Answer = { status: 404 };
/** Seconds after which a sender may come again when there was no room for its body. */
const roomRetryAfter = 5;

type Dependencies = {
  readonly receiver: Receiver;
  readonly logger: Logger;
  readonly clock?: Pick<Clock, 'now' | 'monotonic'>;
  readonly limits?: Partial<ReceiverLimits>;
};

const systemClock: Pick<Clock, 'now' | 'monotonic'> = { now: () => Date.now(), monotonic: () => performance.now() };

/** Made to be given to `listen`, which adds the time limits. */
export function createReceiverApp({ receiver, logger, clock = systemClock, limits: changed }: Dependencies): Express {
  const limits = { ...defaultReceiverLimits, ...changed };
  const room = createBodyRoom(limits.heldBytes);
  const budget = createRefusalBudget({ clock, perSource: limits.perSource, perLine: limits.perLine });
  let isRecording = true;

  /** Says in the log when refusals begin not to be recorded, not each time. */
  function noteRefusal(isRecorded: boolean, source: string): void {
    if (isRecording && !isRecorded) logger.warn('webhook.refusals-not-recorded', { source });
    isRecording = isRecorded;
  }

  function refuse(request: Omit<WebhookRequest, 'body'>, reason: 'body-too-large' | 'body-incomplete', status: number): void {
    const record = receiver.isFromLab(request) || budget.take(request.source, request.path);
    if (record) receiver.refuse(request, reason, status);
    noteRefusal(record, request.source);
  }

  /** What verifies costs nothing. What is refused is recorded within the budget, and beyond it answered 429. */
  async function deliver(request: WebhookRequest): Promise<Answer> {
    if (receiver.isFromLab(request)) return receiver.receive(request);
    const { source, path } = request;
    const record = budget.take(source, path);
    const answer = await receiver.receive(request, { record });
    if (answer.status < 400) {
      if (record) budget.giveBack(source, path);
      return answer;
    }
    noteRefusal(record, source);
    // A 503 stays one: it is our own trouble.
    if (record || answer.status >= 500) return answer;
    return { status: 429, retryAfter: budget.secondsUntilNext(source, path) };
  }

  async function takeIn(request: IncomingMessage, response: ServerResponse, path: string, limit: number, hold: Hold): Promise<void> {
    const head = headOf(request, path, clock.now());
    const isAwaited = request.headers.expect?.toLowerCase() === '100-continue';
    const body = await readBody(request, { limit, hold, begin: () => (isAwaited ? response.writeContinue() : undefined) });
    switch (body.kind) {
      case 'whole':
        writeAnswer(response, await deliver({ ...head, body: body.bytes }));
        return;
      case 'too-large':
        refuse(head, 'body-too-large', 413);
        turnAway(request, response, { status: 413 }, limits);
        return;
      case 'incomplete':
        refuse(head, 'body-incomplete', 408);
        response.destroy();
        return;
      case 'no-room':
        turnAway(request, response, { status: 503, retryAfter: roomRetryAfter }, limits);
    }
  }

  async function handle(request: Request, response: Response): Promise<void> {
    const path = pathOf(request);
    if (request.method !== 'POST') return turnAway(request, response, nothingHere, limits);
    const nonce = request.headers[probeHeader];
    const proof = typeof nonce === 'string' ? receiver.answerProbe(path, nonce) : undefined;
    if (proof !== undefined) return turnAway(request, response, { status: 200, contentType: 'text/plain', body: proof }, limits);
    const limit = receiver.bodyLimitAt(path);
    if (limit === undefined) return turnAway(request, response, nothingHere, limits);
    const hold = room.enter();
    if (hold === undefined) return turnAway(request, response, { status: 503, retryAfter: roomRetryAfter }, limits);
    try {
      await takeIn(request, response, path, limit, hold);
    } finally {
      hold.release();
    }
  }

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  // One handler for everything: routes would answer OPTIONS by themselves and decode paths.
  app.use(handle);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    logger.error('webhook.bug', { error });
    if (response.headersSent) response.destroy();
    else turnAway(request, response, { status: 500 }, limits);
  });
  return app;
}

/** The path as it was sent, without the query; nothing is decoded, so there is one spelling only. */
function pathOf({ url }: Request): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function headOf(request: IncomingMessage, path: string, now: number): Omit<WebhookRequest, 'body'> {
  const query = request.url?.slice(path.length) ?? '';
  return {
    method: request.method ?? '',
    path,
    ...(query !== '' && { query }),
    headers: headerPairs(request.rawHeaders),
    source: request.socket.remoteAddress ?? '',
    arrivedAt: new Date(now).toISOString(),
  };
}

function headerPairs(raw: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) pairs.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return pairs;
}
