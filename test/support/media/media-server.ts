/**
 * A server of attachments on 127.0.0.1 that does to each path what the test says, also what no good server does.
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type MediaServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What was asked, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Answers a path with these bytes, from now on. */
  put(path: string, body: Uint8Array | string, headers?: Readonly<Record<string, string>>): void;
  /** Answers a path with a status and no body. */
  status(path: string, status: number, headers?: Readonly<Record<string, string>>): void;
  /** Lets the test write the answer itself. */
  answer(path: string, write: (response: ServerResponse) => void): void;
  close(): Promise<void>;
};

/** Starts one; the running test ends it. */
export async function mediaServer(): Promise<MediaServer> {
  const answers = new Map<string, (response: ServerResponse) => void>();
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const write = answers.get(path);
    if (write === undefined) response.writeHead(404).end();
    else write(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    put: (path, body, headers = {}) => void answers.set(path, (response) => response.writeHead(200, headers).end(body)),
    status: (path, status, headers = {}) => void answers.set(path, (response) => response.writeHead(status, headers).end()),
    answer: (path, write) => void answers.set(path, write),
    close,
  };
}
