/**
 * The window's server as an Express application: security first, then the contract's methods and events (token needed),
 * then the built window's files (no token needed: they hold no data). The token is in the fragment of the address the
 * window is opened at, which browsers do not send, and never in a page.
 * @module
 */
import { sep } from 'node:path';
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { failure } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import type { ExchangeDesk, Logger, MediaStore } from '../core/ports.ts';
import { failed } from '../domain/result.ts';
import { createEventStreams, type Subscribe } from './event-streams.ts';
import { createFileRoutes } from './files.ts';
import { requireOwnAddress, requireToken } from './guard.ts';
import { createMediaRoutes } from './media.ts';
import { createRpc } from './rpc.ts';
import { securityHeaders } from './security-headers.ts';

export type UiAppOptions = {
  readonly handlers: Handlers;
  readonly subscribe: Subscribe;
  readonly files: ExchangeDesk;
  readonly media: Pick<MediaStore, 'open'>;
  readonly token: string;
  /** The built window. */
  readonly windowFolder: string;
  readonly logger: Logger;
  readonly pingMs?: number;
  readonly waitingBytes?: number;
};

export type UiApp = {
  readonly app: Express;
  /** Ends the event streams, which would keep connections open. */
  close(): void;
};

export function createUiApp(options: UiAppOptions): UiApp {
  const { handlers, subscribe, files, media, token, windowFolder, logger, pingMs = 15_000, waitingBytes = 4 * 1024 * 1024 } = options;
  const authorize = requireToken(token);
  const streams = createEventStreams({ subscribe, logger, pingMs, waitingBytes });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(securityHeaders, requireOwnAddress);
  app.use(createRpc({ handlers, authorize, logger }));
  app.use(createFileRoutes({ files, authorize, logger }));
  app.use(createMediaRoutes({ media, authorize, logger }));
  app.get('/events', authorize, (request, response, next) => {
    if (request.method === 'GET') streams.open(response);
    else next();
  });
  app.use(windowFiles(windowFolder));
  app.get('/', (_request, response) => {
    response.status(503).type('text/plain').send('The window is not built. Run "npm run build" and load this page again.\n');
  });
  app.use((_request: Request, response: Response) => {
    response.status(404).json(failed(failure('not-found')));
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    if (isBadRequest(error)) {
      response.status(400).json(failed(failure('invalid-input')));
      return;
    }
    logger.error('ui.bug', { error });
    if (response.headersSent) response.destroy();
    else response.status(500).json(failed(failure('unexpected')));
  });
  return { app, close: () => streams.close() };
}

/** Files whose names hold a hash of their content never change; everything else is asked for again each time. */
function windowFiles(folder: string): RequestHandler {
  return express.static(folder, {
    dotfiles: 'ignore',
    redirect: false,
    setHeaders(response, path) {
      const isHashed = path.includes(`${sep}assets${sep}`);
      response.setHeader('Cache-Control', isHashed ? 'private, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** A path that cannot be decoded, for example. */
function isBadRequest(error: unknown): boolean {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
}
