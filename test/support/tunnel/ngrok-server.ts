/**
 * A stand-in for ngrok's service on this machine, for ngrok's real native module: it logs agents in, gives them an
 * address, passes connections on, and can refuse, freeze or hang up. Written from the messages of ngrok's public Rust agent.
 * @module
 */
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { type Multiplexer, multiplex } from './muxado.ts';

const fixture = (name: string): string => new URL(`../../fixtures/ngrok/${name}`, import.meta.url).pathname;

/** The types of stream an agent and its server open. */
const streamTypes = { auth: 0, bind: 1, unbind: 2, proxy: 3, heartbeat: 0xffffffff } as const;

export type NgrokServerOptions = {
  /** The token that is let in; any when not given. */
  readonly token?: string;
  /** What a login or a request for an address is refused with, like `ERR_NGROK_108`. */
  readonly refuseLogin?: string;
  readonly refuseBind?: string;
  /** 0 = any free port. */
  readonly port?: number;
};

export type NgrokServer = {
  /** For `SessionBuilder.serverAddr`. */
  readonly address: string;
  readonly port: number;
  /** For `SessionBuilder.rootCas`. */
  readonly rootCertificate: string;
  /** Where the public side of the last tunnel answers, on this machine. */
  publicPort(): number;
  /** The requests as the agent sent them. */
  readonly logins: Record<string, unknown>[];
  readonly binds: Record<string, unknown>[];
  agents(): number;
  /** From now on nothing is answered any more, not even a heartbeat. */
  freeze(): void;
  /** Hangs up on all agents and keeps listening. */
  hangUp(): void;
  kill(): Promise<void>;
};

export async function startNgrokServer(options: NgrokServerOptions = {}): Promise<NgrokServer> {
  const logins: Record<string, unknown>[] = [];
  const binds: Record<string, unknown>[] = [];
  const sockets = new Set<Socket>();
  const agents = new Set<TLSSocket>();
  /** How to end the public side of a tunnel, by its id. */
  const endings = new Map<string, () => void>();
  let publicPort = 0;
  let frozen = false;

  const openPublicSide = async (agent: TLSSocket, multiplexer: Multiplexer, id: string): Promise<void> => {
    const visitors = new Set<Socket>();
    const side = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      sockets.add(socket);
      visitors.add(socket);
      const stream = multiplexer.open();
      const header = JSON.stringify({ Id: id, ClientAddr: '198.51.100.7:4711', Proto: 'https', EdgeType: '3', PassthroughTLS: false });
      const start = Buffer.alloc(12);
      start.writeUInt32BE(streamTypes.proxy, 0);
      start.writeBigInt64LE(BigInt(Buffer.byteLength(header)), 4);
      stream.write(Buffer.concat([start, Buffer.from(header)]));
      socket.on('error', () => stream.destroy());
      stream.on('close', () => socket.destroySoon());
      socket.pipe(stream).pipe(socket);
    });
    const end = (): void => {
      side.close();
      for (const socket of visitors) socket.destroy();
    };
    endings.set(id, end);
    agent.once('close', end);
    await new Promise<void>((resolve) => side.listen(0, '127.0.0.1', resolve));
    publicPort = (side.address() as AddressInfo).port;
  };

  const answer = async (agent: TLSSocket, multiplexer: Multiplexer, type: number, request: Record<string, unknown>): Promise<object> => {
    if (type === streamTypes.auth) {
      logins.push(request);
      const extra = request.Extra as { AuthToken?: string };
      const refusal =
        options.refuseLogin ?? (options.token === undefined || extra.AuthToken === options.token ? undefined : 'ERR_NGROK_4018');
      if (refusal !== undefined) return { Error: `The login was refused. Your authtoken: ${extra.AuthToken}\r\n\r\n${refusal}\r\n` };
      return {
        Version: '2',
        ClientId: 'client-1',
        Extra: { Version: 'test', Region: 'test', AccountName: 'test', SessionDuration: 0, PlanName: 'test' },
      };
    }
    if (type === streamTypes.bind) {
      binds.push(request);
      if (options.refuseBind !== undefined) return { Error: `The address was refused.\r\n\r\n${options.refuseBind}\r\n` };
      const id = `tunnel-${binds.length}`;
      await openPublicSide(agent, multiplexer, id);
      const { Domain: wanted = '' } = request.Opts as { Domain?: string };
      const host = wanted === '' ? `random-${binds.length}.ngrok-free.app` : wanted;
      return { Id: id, URL: `https://${host}`, Proto: 'https', Opts: request.Opts, Extra: { Token: '' } };
    }
    if (type === streamTypes.unbind) endings.get(String(request.Id))?.();
    return {};
  };

  const onStream = (agent: TLSSocket, multiplexer: Multiplexer, stream: Duplex): void => {
    let received = Buffer.alloc(0);
    let answered = false;
    stream.on('data', (chunk: Buffer) => {
      if (frozen) return;
      received = Buffer.concat([received, chunk]);
      if (received.length < 4) return;
      const type = received.readUInt32BE(0);
      if (type === streamTypes.heartbeat) {
        if (received.length > 4) stream.write(received.subarray(4));
        received = received.subarray(0, 4);
        return;
      }
      const request = parse(received.subarray(4));
      if (request === undefined || answered) return;
      answered = true;
      void answer(agent, multiplexer, type, request).then((response) => stream.end(JSON.stringify(response)));
    });
  };

  const server = createTlsServer({ key: readFileSync(fixture('server.key')), cert: readFileSync(fixture('server.pem')) }, (agent) => {
    agents.add(agent);
    agent.on('error', () => undefined);
    agent.on('close', () => agents.delete(agent));
    const multiplexer = multiplex(agent, (stream) => onStream(agent, multiplexer, stream));
  });
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `localhost:${port}`,
    port,
    rootCertificate: fixture('root.pem'),
    publicPort: () => publicPort,
    logins,
    binds,
    agents: () => agents.size,
    freeze() {
      frozen = true;
    },
    hangUp() {
      for (const agent of agents) agent.destroy();
    },
    async kill() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const end of endings.values()) end();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
