/**
 * What all servers under measurement share: they listen on a free port, tell it to the parent, and end when told.
 * @module
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type Response } from 'express';

export const benchSecret = 'bench_webhook_secret';

/** What a server tells the parent process once it listens. */
export type Ready = { readonly ready: true; readonly url: string };

/** A server must not outlive the run that started it. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit(1));
}

export function listenAndTell(app: Express): void {
  endWithParent();
  const server = app.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send?.({ ready: true, url: `http://127.0.0.1:${port}/hook` } satisfies Ready);
  });
}

/** An Express application whose one route verifies the signature, lets `keep` store the body durably, and answers 204. */
export function verifyingApp(keep: (body: Buffer) => Promise<void> | void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.post('/hook', express.raw({ type: () => true }), async (request: Request, response: Response) => {
    const body = request.body as Buffer;
    const expected = Buffer.from(`sha256=${createHmac('sha256', benchSecret).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-webhook-signature']));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.status(401).end();
      return;
    }
    JSON.parse(body.toString('utf8'));
    await keep(body);
    response.status(204).end();
  });
  return app;
}
