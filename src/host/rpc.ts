/**
 * The contract's methods over HTTP: `POST /rpc/<method>` with the input as JSON. What a handler answers, good or bad, is
 * HTTP 200; other statuses say that the call never came to a handler. The body is a `Result` in every case.
 * @module
 */
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { answerCall } from '../contract/call.ts';
import { type Failure, failure } from '../contract/errors.ts';
import { type Handlers, isMethodName } from '../contract/methods.ts';
import type { Logger } from '../core/ports.ts';
import { failed } from '../domain/result.ts';

/** The largest input (a text of 20,000 characters, a form of credentials) has ample room. */
const inputBytes = 256 * 1024;
/** The replay lab tries bodies that are too large for the receiver. */
const labInputBytes = 32 * 1024 * 1024;

/** @param handlers the core's; `authorize` runs before anything of the body is read */
export function createRpc({ handlers, authorize, logger }: { handlers: Handlers; authorize: RequestHandler; logger: Logger }): Router {
  const rpc = Router();
  const reading = (limit: number): RequestHandler => express.json({ limit, inflate: false, strict: false, type: () => true });
  const [readInput, readLabInput] = [reading(inputBytes), reading(labInputBytes)];
  rpc.post(
    '/rpc/:method',
    authorize,
    requireMethod,
    (request: Request<{ method: string }>, response: Response, next: NextFunction) =>
      (request.params.method === 'deliveries.replay' ? readLabInput : readInput)(request, response, next),
    async (request: Request<{ method: string }>, response: Response) => {
      const { method } = request.params;
      const onBug = (error: unknown): void => logger.error('rpc.bug', { method, error });
      response.json(await answerCall(handlers, method, request.body, onBug));
    },
    (error: unknown, _request: Request, response: Response, next: NextFunction) => {
      const unread = explainUnreadable(error);
      if (unread === undefined) next(error);
      else response.status(unread.status).json(failed(unread.failure));
    },
  );
  return rpc;
}

function requireMethod(request: Request<{ method: string }>, response: Response, next: NextFunction): void {
  if (isMethodName(request.params.method)) next();
  else response.status(404).json(failed(failure('not-found', { message: 'There is no such method.' })));
}

/** What Express says of a body it could not read. */
function explainUnreadable(error: unknown): { status: number; failure: Failure } | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return undefined;
  const message = error.status === 413 ? 'This is more than Texttray takes at once.' : 'This could not be read as JSON.';
  return { status: error.status, failure: failure('invalid-input', { message }) };
}
