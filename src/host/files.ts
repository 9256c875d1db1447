/**
 * Files between the browser tab and the core: `POST /files` streams one in (name in `X-File-Name`, percent-encoded),
 * `GET /files/<id>` streams one out, `DELETE /files/<id>` lets it go. All of it needs the token; the bodies are never held
 * in memory, and an upload stops where the disk would become too full for the inbox itself.
 * @module
 */
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Failure, failure } from '../contract/errors.ts';
import { type ChosenFile, fileIdSchema } from '../contract/files.ts';
import type { ExchangeDesk, Logger } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';

type Options = { readonly files: ExchangeDesk; readonly authorize: RequestHandler; readonly logger: Logger };

/** @param options.authorize runs before anything of a body is read */
export function createFileRoutes({ files, authorize, logger }: Options): Router {
  const routes = Router();

  routes.post('/files', authorize, async (request: Request, response: Response) => {
    const taken = await takeIn(files, request, logger);
    // A page that went away is not answered; one whose file is refused half-way must not go on sending.
    if (response.destroyed) return;
    if (!taken.ok) response.set('Connection', 'close');
    response.status(taken.ok ? 200 : 422).json(taken);
  });

  routes.get('/files/:id', authorize, async (request: Request<{ id: string }>, response: Response) => {
    const file = fileIdSchema.safeParse(request.params.id).success ? files.resolve(request.params.id) : undefined;
    if (file === undefined) {
      response.status(404).json(failed(failure('file-gone')));
      return;
    }
    response.set({
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    await pipeline(file.read(), response).catch((error: unknown) => logger.warn('files.not-sent', { error }));
  });

  routes.delete('/files/:id', authorize, async (request: Request<{ id: string }>, response: Response) => {
    await files.release(request.params.id);
    response.json(ok({}));
  });
  return routes;
}

async function takeIn(files: ExchangeDesk, request: Request, logger: Logger): Promise<Result<ChosenFile, Failure>> {
  const room = await files.room();
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > room) return failed(failure('file-too-large'));
  const incoming = await files.reserve(nameOf(request));
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > room) {
        await incoming.abandon();
        return failed(failure('file-too-large'));
      }
      await incoming.write(chunk);
    }
    const { id, name } = await incoming.finish();
    return ok({ fileId: id, name, bytes });
  } catch (error) {
    logger.warn('files.not-taken', { error });
    await incoming.abandon();
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return failed(failure(isFull ? 'file-too-large' : 'file-incomplete'));
  }
}

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}
