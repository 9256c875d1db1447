/**
 * Finds out whether ngrok's server can be talked to, before ngrok's own module tries. That module has no time limit of
 * its own, an attempt that hangs makes every later one of the whole process wait, and it does not say why one failed.
 * @module
 */
import { connect } from 'node:tls';
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import type { Clock } from '../../core/ports.ts';
import { networkFailure } from '../network-failure.ts';

type Options = {
  /** `host:port` */
  readonly address: string;
  readonly limitMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** Makes one TLS connection and ends it. `undefined`: the server is there. Who it is, is checked by ngrok's module. */
export function preflight({ address, limitMs, clock, signal }: Options): Promise<TunnelFailureCode | undefined> {
  const colon = address.lastIndexOf(':');
  const [host, port] = [address.slice(0, colon), Number(address.slice(colon + 1))];
  return new Promise((resolve) => {
    // Nothing is sent over it, so it may be anybody's.
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false });
    const done = (outcome: TunnelFailureCode | undefined): void => {
      takeBack();
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => done('connection-lost');
    const takeBack = clock.after(limitMs, () => done('silent-server'));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('secureConnect', () => done(undefined));
    socket.once('close', () => done('connection-lost'));
    socket.on('error', (error: Error) => done(networkFailure(error) ?? 'not-understood'));
  });
}
