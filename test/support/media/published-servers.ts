/**
 * Gives servers of this computer public names and addresses, for one process under test: started with `--import` before
 * the app, it answers look-ups of those names and leads connections to those addresses to the servers behind them. The app
 * is the built one, with all its rules; what it meets is an internet that is ours.
 * @module
 */
import dns from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import net, { type NetConnectOpts, type Socket } from 'node:net';
import process from 'node:process';

export const serversVariable = 'TEXTTRAY_TEST_SERVERS';

/** What the environment of a process must hold so that these servers are public in it. */
export function publishing(servers: Readonly<Record<string, string>>): Record<string, string> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, [serversVariable]: JSON.stringify(servers) };
}

function publish(servers: Readonly<Record<string, string>>): void {
  const addresses = new Map(Object.keys(servers).map((name, index) => [name, `93.184.216.${index + 1}`]));
  const ports = new Map(Object.entries(servers).map(([name, url]) => [addresses.get(name), Number(new URL(url).port)]));

  const lookup = dns.lookup;
  const played = async (host: string): Promise<{ address: string; family: number }[]> => {
    const address = addresses.get(host);
    return address === undefined ? await lookup(host, { all: true }) : [{ address, family: 4 }];
  };
  Object.assign(dns, { lookup: played });

  const connect = net.connect;
  const lead = (options: NetConnectOpts): Socket => {
    const host = 'host' in options ? options.host : undefined;
    const port = ports.get(host);
    if (port === undefined) return connect(options);
    const socket = connect({ host: '127.0.0.1', port });
    Object.defineProperty(socket, 'remoteAddress', { get: () => host });
    return socket;
  };
  Object.assign(net, { connect: lead });
  syncBuiltinESMExports();
}

const servers = process.env[serversVariable];
if (servers !== undefined) publish(JSON.parse(servers) as Record<string, string>);
