/**
 * Puts an application on a port of this computer, and on no other address: what comes from outside comes through the
 * tunnel. Here are the limits of the transport, below Express: header size, times, connections.
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failed, ok, type Result } from '../domain/result.ts';
import { defaultListenerLimits, type ListenerLimits } from './limits.ts';

const address = '127.0.0.1';

/** What an Express application is to this module. */
export type HttpApp = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => unknown;

export type Listener = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, lets what is being answered finish for a moment, then closes the rest. */
  close(): Promise<void>;
};

export type ListenFailure = {
  readonly code: 'port-in-use' | 'port-not-permitted' | 'failed';
  readonly message: string;
};

/** @param options.port 0 = any free port */
export function listen(options: {
  readonly app: HttpApp;
  readonly port: number;
  readonly limits?: Partial<ListenerLimits>;
}): Promise<Result<Listener, ListenFailure>> {
  const { app, port } = options;
  const limits = { ...defaultListenerLimits, ...options.limits };
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
  });
  server.maxConnections = limits.connections;
  const answering = new Set<ServerResponse>();
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    // Without a last handler of ours Express would write a page of its own.
    app(request, response, (error) => {
      response.statusCode = error === undefined ? 404 : 500;
      response.end();
    });
  };
  server.on('request', onRequest);
  // A sender that waits for a "100 Continue" gets it from the application, once it has decided to read the body.
  server.on('checkContinue', onRequest);
  server.on('checkExpectation', onRequest);
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(failed(listenFailure(error, port))));
    server.listen({ host: address, port }, () => resolve(ok(listenerOf(server, () => close(server, answering, limits.closingMs)))));
  });
}

function listenerOf(server: Server, closeServer: () => Promise<void>): Listener {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.');
  return { url: `http://${address}:${bound.port}`, port: bound.port, close: closeServer };
}

/** Browsers and proxies keep connections open that were never used; only those that wait for an answer are waited for. */
function close(server: Server, answering: ReadonlySet<ServerResponse>, closingMs: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), closingMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    const closeWhenAnswered = (): void => {
      if (answering.size === 0) server.closeAllConnections();
    };
    for (const response of answering) response.once('close', closeWhenAnswered);
    closeWhenAnswered();
  });
}

function listenFailure(error: Error & { readonly code?: string }, port: number): ListenFailure {
  switch (error.code) {
    case 'EADDRINUSE':
      return { code: 'port-in-use', message: `Port ${port} is used by another program.` };
    case 'EACCES':
      return { code: 'port-not-permitted', message: `This account may not listen on port ${port}.` };
    default:
      return { code: 'failed', message: `Listening on port ${port} failed: ${error.message}` };
  }
}
