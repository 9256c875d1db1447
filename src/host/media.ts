/**
 * Stored attachments on their way to the window: `GET /media/<file>` with the token. The type is the one we found in the
 * bytes; whatever they hold, the browser is told not to guess, not to run and not to keep it.
 * @module
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { failure } from '../contract/errors.ts';
import type { Logger, MediaStore } from '../core/ports.ts';
import { failed } from '../domain/result.ts';

type Options = { readonly media: Pick<MediaStore, 'open'>; readonly authorize: RequestHandler; readonly logger: Logger };

export function createMediaRoutes({ media, authorize, logger }: Options): Router {
  const routes = Router();
  routes.get('/media/:file', authorize, async (request: Request<{ file: string }>, response: Response) => {
    const content = await media.open(request.params.file);
    if (content === undefined) {
      response.status(404).json(failed(failure('media-gone')));
      return;
    }
    response.set({
      'Content-Type': content.type,
      'Content-Length': String(content.bytes),
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(Readable.from(content.chunks), response).catch((error: unknown) => logger.warn('media.not-sent', { error }));
  });
  return routes;
}
