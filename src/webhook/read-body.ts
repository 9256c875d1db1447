/**
 * Reads a request's body as the exact bytes that were sent: signatures are made over them. Neither the content type nor
 * the content encoding is looked at; a compressed body stays compressed, so there is nothing to blow up.
 * @module
 */
import type { IncomingMessage } from 'node:http';
import type { Hold } from './body-room.ts';

export type BodyOutcome =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** More than `limit` was announced, or came. */
  | { readonly kind: 'too-large' }
  /** The connection ended, or its time was up, before the body was complete. */
  | { readonly kind: 'incomplete' }
  /** All requests together hold as much as they may. */
  | { readonly kind: 'no-room' };

type Reading = {
  /** Bytes. */
  readonly limit: number;
  readonly hold: Hold;
  /** Called when the body will be read, and not when it is refused for its announced length. */
  readonly begin: () => void;
};

/** Stops reading at the first byte that is too many; the rest is left in the request. */
export function readBody(request: IncomingMessage, { limit, hold, begin }: Reading): Promise<BodyOutcome> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve({ kind: 'too-large' });
  begin();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: BodyOutcome): void => {
      request.off('data', onData);
      request.off('end', onEnd);
      request.off('close', onClose);
      request.off('error', onClose);
      resolve(outcome);
    };
    const stop = (outcome: BodyOutcome): void => {
      request.pause();
      settle(outcome);
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limit) stop({ kind: 'too-large' });
      else if (!hold.grow(chunk.length)) stop({ kind: 'no-room' });
      else chunks.push(chunk);
    };
    const onEnd = (): void => {
      const [only] = chunks;
      settle({ kind: 'whole', bytes: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length) });
    };
    const onClose = (): void => settle({ kind: 'incomplete' });
    request.on('data', onData);
    request.on('end', onEnd);
    request.on('close', onClose);
    request.on('error', onClose);
  });
}

/** True while there may be bytes of the body that nobody has read. */
export function hasUnreadBody(request: IncomingMessage): boolean {
  if (request.readableEnded || request.destroyed) return false;
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}
