/**
 * The user's own proxy: a real HTTP server that passes everything on to a receiver, and can be broken in the ways
 * proxies break.
 * @module
 */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Forwarder = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Where it leads; `undefined`: it answers 502 by itself. */
  leadTo(target: string | undefined): void;
  /** Answers everything with a page of its own. */
  showOwnPage(): void;
  close(): Promise<void>;
};

export async function forwarder(): Promise<Forwarder> {
  let target: string | undefined;
  let ownPage = false;
  const server = createServer((incoming, outgoing) => {
    if (ownPage || target === undefined) {
      outgoing.writeHead(ownPage ? 200 : 502, { 'content-type': 'text/html' }).end('<h1>A page</h1>');
      return;
    }
    const onward = request(`${target}${incoming.url}`, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(next) {
      ownPage = false;
      target = next;
    },
    showOwnPage() {
      ownPage = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
