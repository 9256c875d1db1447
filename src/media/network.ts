/**
 * The network as downloads use it. A port, so that tests can play a whole internet; which of its addresses may be used is
 * decided elsewhere and cannot be replaced.
 * @module
 */
import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

export type Connection = {
  readonly socket: Socket;
  /** The address at the other end, as the system reports it once the connection stands. */
  readonly remoteAddress: string | undefined;
};

export type Network = {
  /** All addresses of a name, the preferred ones first. */
  lookup(host: string): Promise<readonly string[]>;
  /** Connects to an IP address. Rejects with the system's error or the signal's reason. */
  connect(address: string, port: number, signal: AbortSignal): Promise<Connection>;
  /** The addresses this computer has itself. */
  ownAddresses(): readonly string[];
};

/** The real one. */
export const systemNetwork: Network = {
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect(address, port, signal) {
    const socket = connect({ host: address, port });
    socket.on('error', () => undefined);
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        signal.removeEventListener('abort', aborted);
        socket.off('error', broken);
        finish();
      };
      const broken = (error: Error): void => settle(() => reject(error));
      const aborted = (): void => {
        settle(() => reject(signal.reason));
        socket.destroy();
      };
      socket.once('error', broken);
      socket.once('connect', () => settle(() => resolve({ socket, remoteAddress: socket.remoteAddress })));
      if (signal.aborted) aborted();
      else signal.addEventListener('abort', aborted);
    });
  },
  ownAddresses: () => Object.values(networkInterfaces()).flatMap((each = []) => each.map(({ address }) => address)),
};
