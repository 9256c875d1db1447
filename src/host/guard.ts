/**
 * Who may talk to the window's server. It listens on loopback only, but every page in every browser of this computer can
 * reach loopback. A page that rebinds its own name to 127.0.0.1 sends that name as `Host`; a page that posts across sites
 * sends itself as `Origin`; another user's program has no token.
 * @module
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { failure } from '../contract/errors.ts';
import { failed } from '../domain/result.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Lets through what was addressed to this server by a loopback name, from its own pages or from no page. */
export function requireOwnAddress(request: Request, response: Response, next: NextFunction): void {
  const host = request.headers.host?.toLowerCase() ?? '';
  const isOwnHost = loopbackNames.some((name) => host === `${name}:${request.socket.localPort}`);
  const { origin } = request.headers;
  if (isOwnHost && (origin === undefined || origin === `http://${host}`)) next();
  else response.status(403).json(failed(failure('not-permitted')));
}

/** Lets through who sends `Authorization: Bearer <token>`; compared in constant time, whatever its length. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(`Bearer ${token}`);
  return (request, response, next) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) next();
    else
      response
        .status(401)
        .set('WWW-Authenticate', 'Bearer')
        .json(failed(failure('not-permitted')));
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
