/**
 * A provider's API as far as a test needs one: a real server on 127.0.0.1 that keeps the exact bytes of every request
 * and answers what it is told.
 * @module
 */
import { createServer, type Socket } from 'node:net';

export type RecordedRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Names in lowercase. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Every byte, as it came. */
  readonly raw: Buffer;
};

/** A body that is not text is sent as JSON. */
export type TestAnswer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

export type RecordingServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** How many connections were opened. */
  connections(): number;
  /** Answers this from now on; at first it is an empty 204. */
  answer(answer: TestAnswer): void;
  /** Answers each request with what this makes of it, from now on. */
  answerEach(answerTo: (request: RecordedRequest) => TestAnswer): void;
  /** Writes these bytes and closes, from now on. */
  answerRaw(bytes: string): void;
  /** Lets the next requests wait until they are answered through what this returns. */
  hold(): { answer(answer: TestAnswer): void };
  /** Reads requests and closes without a word, from now on. */
  breakOff(): void;
  close(): Promise<void>;
};

type Responder = (socket: Socket, request: RecordedRequest) => void;

/** Starts one; port 0 is any free port. */
export async function recordingServer({ port = 0 }: { port?: number } = {}): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let respond: Responder = (socket) => void socket.end(write({ status: 204 }));

  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const request = readRequest(received);
      if (request === undefined) return;
      received = Buffer.alloc(0);
      requests.push(request);
      respond(socket, request);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    connections: () => connections,
    answer: (answer) => {
      respond = (socket) => void socket.end(write(answer));
    },
    answerEach: (answerTo) => {
      respond = (socket, request) => void socket.end(write(answerTo(request)));
    },
    answerRaw: (bytes) => {
      respond = (socket) => void socket.end(bytes);
    },
    hold() {
      const waiting: Socket[] = [];
      respond = (socket) => void waiting.push(socket);
      return {
        answer(answer) {
          respond = (socket) => void socket.end(write(answer));
          for (const socket of waiting.splice(0)) socket.end(write(answer));
        },
      };
    },
    breakOff: () => {
      respond = (socket) => void socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The request in these bytes; `undefined` while it is not whole. */
function readRequest(raw: Buffer): RecordedRequest | undefined {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [start = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = raw.subarray(end + 4);
  if (body.length < Number(headers['content-length'] ?? 0)) return undefined;
  const [method = '', path = ''] = start.split(' ');
  return { method, path, headers, body: body.toString('utf8'), raw };
}

function write({ status, headers = {}, body }: TestAnswer): string {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const all = {
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
    ...(text !== '' && { 'content-type': 'application/json' }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Answer\r\n${lines.join('')}\r\n${text}`;
}
