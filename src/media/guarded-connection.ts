/**
 * Opens a connection to the host of an attachment's URL, if it is a place on the public internet. Checked is every address
 * the name has, and again the address the connection really ended at: a name that is answered differently the second time
 * (DNS rebinding) gains nothing, and not one byte is written before the second check.
 * @module
 */
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { isPublicAddress } from './address.ts';
import { lasting, passing } from './failures.ts';
import type { Network } from './network.ts';

/** How long one of several addresses may take before the next is tried, in milliseconds. */
const eachAddressMs = 5_000;

/** Connects for an http(s) URL; for https the certificate has been checked when it resolves. Rejects with `MediaTrouble` or the system's error. */
export async function openGuarded(url: URL, network: Network, signal: AbortSignal): Promise<Socket> {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (secure ? 443 : 80));
  const addresses = isIP(host) === 0 ? await network.lookup(host) : [host];
  const own = network.ownAddresses();
  const mayConnect = (address: string): boolean => isPublicAddress(address) && !own.includes(address);
  const allowed = addresses.filter(mayConnect);
  if (allowed.length === 0) throw addresses.length === 0 ? passing('unreachable') : lasting('address-refused');

  const { socket, remoteAddress } = await connectToOne(allowed, port, network, signal);
  if (remoteAddress === undefined || !mayConnect(withoutMapping(remoteAddress))) {
    socket.destroy();
    throw lasting('address-refused');
  }
  return secure ? await secured(socket, host, signal) : socket;
}

async function connectToOne(addresses: readonly string[], port: number, network: Network, signal: AbortSignal) {
  let trouble: unknown;
  for (const address of addresses) {
    const soon = addresses.at(-1) === address ? signal : AbortSignal.any([signal, AbortSignal.timeout(eachAddressMs)]);
    try {
      return await network.connect(address, port, soon);
    } catch (error) {
      signal.throwIfAborted();
      trouble = error;
    }
  }
  throw trouble;
}

/** Systems with one socket for both families report `::ffff:8.8.8.8` for an IPv4 connection. */
function withoutMapping(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? address;
}

function secured(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  const tls = connectTls({ socket, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 && { servername: host }) });
  tls.on('error', () => socket.destroy());
  return new Promise((resolve, reject) => {
    const aborted = (): void => {
      tls.destroy();
      reject(signal.reason);
    };
    signal.addEventListener('abort', aborted, { once: true });
    tls.once('secureConnect', () => {
      signal.removeEventListener('abort', aborted);
      resolve(tls);
    });
    tls.once('error', reject);
    tls.once('close', () => reject(passing('unreachable')));
  });
}
