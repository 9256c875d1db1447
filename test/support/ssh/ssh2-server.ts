/**
 * An SSH server in pure JavaScript: for machines without OpenSSH, and for what OpenSSH never does.
 * @module
 */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import { freePort } from '../free-port.ts';
import { newKeyPair } from './keys.ts';

export type Ssh2ServerOptions = {
  /** Public keys that are let in, as lines of `authorized_keys`; everybody when not given. */
  readonly authorized?: readonly string[];
  /** What is printed in the shell of a session, in pieces as given. */
  readonly prints?: readonly string[];
  /** `mismatch` hands connections over for another address than was asked for. */
  readonly forwards?: 'yes' | 'no' | 'never-answers' | 'mismatch';
  /** A private key in OpenSSH's format; a new one when not given. */
  readonly hostKey?: string;
  /** 0 = any free port. */
  readonly port?: number;
};

export type Ssh2Server = {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly hostKey: string;
  /** Where forwards were opened: local port by what was asked for, like `localhost:80`. */
  readonly forwarded: ReadonlyMap<string, number>;
  /** User names and methods, as they came. */
  readonly logins: { readonly user: string; readonly method: string }[];
  /** Prints to all open shells. */
  print(text: string): void;
  /** How many clients are connected. */
  clients(): number;
  /** Ends all connections and keeps listening. */
  hangUp(): void;
  /** From now on nothing that arrives on a connection is read. */
  fallSilent(): void;
  /** Ends all connections without a goodbye and listens no longer. */
  kill(): Promise<void>;
};

export async function startSsh2Server(options: Ssh2ServerOptions = {}): Promise<Ssh2Server> {
  const { authorized, prints = [], forwards = 'yes', hostKey = newKeyPair().private } = options;
  const allowed = authorized?.map((line) => line.split(' ')[1]);
  const forwarded = new Map<string, number>();
  const logins: { user: string; method: string }[] = [];
  const shells = new Set<{ write(text: string): unknown }>();
  const sockets = new Set<Socket>();
  const listeners = new Set<Server>();
  const connections = new Set<Connection>();

  const openForward = async (connection: Connection, address: string, asked: number): Promise<number> => {
    const port = asked === 0 || asked < 1_024 ? await freePort() : asked;
    const bound = asked === 0 ? port : asked;
    const shown = forwards === 'mismatch' && address === 'localhost' ? '0.0.0.0' : address;
    const listener = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      connection.forwardOut(shown, bound, '198.51.100.7', 4_711, (error, channel) => {
        if (error !== undefined) {
          socket.destroy();
          return;
        }
        socket.on('error', () => channel.destroy());
        channel.on('error', () => socket.destroy());
        socket.pipe(channel).pipe(socket);
      });
    });
    listeners.add(listener);
    connection.once('close', () => listener.close());
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', resolve);
    });
    forwarded.set(`${address}:${asked}`, port);
    return bound;
  };

  const onConnection = (connection: Connection): void => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    connection.on('error', () => connections.delete(connection));
    connection.on('authentication', (context) => {
      logins.push({ user: context.username, method: context.method });
      if (allowed === undefined) return context.accept();
      const isKnown = context.method === 'publickey' && allowed.includes(context.key.data.toString('base64'));
      return isKnown ? context.accept() : context.reject(['publickey']);
    });
    connection.on('ready', () => {
      connection.on('request', (accept, reject, name, info) => {
        if (forwards === 'never-answers') return;
        if (name !== 'tcpip-forward' || forwards === 'no') {
          reject?.();
          return;
        }
        const { bindAddr, bindPort } = info as { bindAddr: string; bindPort: number };
        openForward(connection, bindAddr, bindPort).then(
          (port) => accept?.(port),
          () => reject?.(),
        );
      });
      connection.on('session', (acceptSession) => {
        const session = acceptSession();
        session.on('shell', (acceptShell) => {
          const shell = acceptShell();
          shells.add(shell);
          shell.on('close', () => shells.delete(shell));
          for (const text of prints) shell.write(text);
        });
      });
    });
  };

  const ssh = new ssh2.Server({ hostKeys: [hostKey] }, onConnection);
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    host: '127.0.0.1',
    port,
    hostKey,
    forwarded,
    logins,
    print(text) {
      for (const shell of shells) shell.write(text);
    },
    clients: () => connections.size,
    hangUp() {
      for (const connection of connections) connection.end();
    },
    fallSilent() {
      for (const socket of sockets) {
        socket.pause();
        socket.removeAllListeners('data');
      }
    },
    async kill() {
      for (const listener of listeners) listener.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.end();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
