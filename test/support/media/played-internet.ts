/**
 * An internet of one test: names that have public addresses, behind which servers of this computer answer. What is under
 * test sees public addresses all the way, so its rules stay in force and nothing about them has to be switched off.
 * @module
 */
import { type Network, systemNetwork } from '../../../src/media/network.ts';

export type PlayedInternet = Network & {
  /** The address in the played internet of a server at `http://127.0.0.1:<port>`. */
  publish(serverUrl: string, name?: string): string;
  /** What a name is looked up as from now on; several answers are given one after the other, the last one for ever. */
  resolve(name: string, ...answers: (readonly string[])[]): void;
  /** The address a connection to `address` turns out to have ended at. */
  endsAt(address: string, remoteAddress: string): void;
  /** Where connections went, in order. */
  readonly connections: readonly string[];
};

export function playedInternet(): PlayedInternet {
  const names = new Map<string, (readonly string[])[]>();
  const servers = new Map<string, number>();
  const ends = new Map<string, string>();
  const connections: string[] = [];
  return {
    connections,
    publish(serverUrl, name = `media${servers.size}.example.com`) {
      const address = `93.184.216.${servers.size + 1}`;
      servers.set(address, Number(new URL(serverUrl).port));
      names.set(name, [[address]]);
      return `http://${name}`;
    },
    resolve: (name, ...answers) => void names.set(name, answers),
    endsAt: (address, remoteAddress) => void ends.set(address, remoteAddress),
    async lookup(host) {
      const answers = names.get(host);
      if (answers === undefined) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    },
    async connect(address, _port, signal) {
      connections.push(address);
      const port = servers.get(address);
      if (port === undefined) throw Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: 'ECONNREFUSED' });
      const { socket } = await systemNetwork.connect('127.0.0.1', port, signal);
      return { socket, remoteAddress: ends.get(address) ?? address };
    },
    ownAddresses: systemNetwork.ownAddresses,
  };
}
