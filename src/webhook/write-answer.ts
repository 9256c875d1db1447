/**
 * Writes answers with the headers they need and no others.
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../core/ports.ts';
import type { ReceiverLimits } from './limits.ts';
import { hasUnreadBody } from './read-body.ts';

/** An answer to a request whose body was read. The length is counted by `end`; a 204 has neither length nor type. */
export function writeAnswer(response: ServerResponse, { status, contentType, body, retryAfter }: Answer): void {
  response.statusCode = status;
  if (contentType !== undefined) response.setHeader('Content-Type', contentType);
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  response.end(body);
}

/**
 * An answer that does not wait for the body. Closing at once would reset the connection, and the sender might never see
 * the answer; so it is told that the connection ends, and what it still sends is thrown away for a moment.
 */
export function turnAway(request: IncomingMessage, response: ServerResponse, answer: Answer, limits: ReceiverLimits): void {
  if (!hasUnreadBody(request)) {
    writeAnswer(response, answer);
    return;
  }
  const { status, contentType, body = '', retryAfter } = answer;
  response.writeHead(status, {
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  response.flushHeaders();
  response.write(body);
  throwAwayRest(request, limits, () => response.end());
}

function throwAwayRest(request: IncomingMessage, { lingerMs, lingerBytes }: ReceiverLimits, then: () => void): void {
  let left = lingerBytes;
  const timer = setTimeout(finish, lingerMs);
  function finish(): void {
    clearTimeout(timer);
    request.off('data', count);
    then();
  }
  function count(chunk: Buffer): void {
    left -= chunk.length;
    if (left < 0) finish();
  }
  request.on('data', count);
  request.once('end', finish);
  request.once('close', finish);
  request.on('error', finish);
  request.resume();
}
