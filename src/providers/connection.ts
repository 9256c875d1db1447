/**
 * Opens the connection a request is written to. It is a step of its own because only then is it certain on which side of
 * the first written byte an error happened: before this is done, nothing has been sent.
 * @module
 */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * Connects to the host of an http(s) URL; for https the certificate has been checked when it resolves. Rejects with the
 * system's error, or with the signal's reason.
 */
export function openConnection(url: URL, signal: AbortSignal): Promise<Socket> {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (secure ? 443 : 80));
  const socket = secure
    ? connectTls({ host, port, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 && { servername: host }) })
    : connectTcp({ host, port });
  socket.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', aborted);
      socket.off('error', broken);
      finish();
    };
    const broken = (error: Error) => settle(() => reject(error));
    const aborted = () => {
      settle(() => reject(signal.reason));
      socket.destroy();
    };
    socket.once('error', broken);
    socket.once(secure ? 'secureConnect' : 'connect', () => settle(() => resolve(socket)));
    if (signal.aborted) aborted();
    else signal.addEventListener('abort', aborted);
  });
}
