/**
 * Hands what comes through the tunnel to the receiver, byte for byte. It connects to one port of 127.0.0.1 and to
 * nothing else, whatever the server says a connection is for.
 * @module
 */
import { connect } from 'node:net';
import type { Channel } from 'ssh2';

export type Forwarding = {
  /** A connection the server wants to hand over. */
  handOver(accept: () => Channel, reject: () => void): void;
  /** Ends what is still being forwarded. */
  close(): void;
};

/** More at once than any provider opens; keeps a flood from using up the files this process may open. */
const mostConnections = 128;

type Options = {
  readonly receiverPort: number;
  /** The receiver took a connection, or did not. */
  readonly onReceiver: (took: boolean) => void;
};

export function createForwarding({ receiverPort, onReceiver }: Options): Forwarding {
  const enders = new Set<() => void>();
  let closed = false;

  return {
    handOver(accept, reject) {
      if (closed || enders.size >= mostConnections) {
        reject();
        return;
      }
      const socket = connect({ host: '127.0.0.1', port: receiverPort, noDelay: true, allowHalfOpen: true });
      let channel: Channel | undefined;
      const end = (): void => {
        if (!enders.delete(end)) return;
        socket.destroy();
        channel?.destroy();
      };
      enders.add(end);
      socket.once('connect', () => {
        if (closed) return;
        onReceiver(true);
        channel = accept();
        channel.on('error', end);
        channel.once('close', end);
        channel.pipe(socket).pipe(channel);
      });
      socket.once('error', () => {
        if (channel === undefined && !closed) {
          reject();
          onReceiver(false);
        }
        end();
      });
      socket.once('close', () => {
        // What the receiver answered may still wait in the channel for the server to take it.
        if (channel === undefined || channel.writableFinished) end();
        else channel.once('finish', end);
      });
    },
    close() {
      closed = true;
      for (const end of [...enders]) end();
    },
  };
}
