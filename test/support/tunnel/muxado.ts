/**
 * The multiplexing ngrok's agents speak over TLS, from the server's side: just enough of it for a test. Frames are a
 * header of eight bytes (24 bits length, 4 bits type, 4 bits flags, 32 bits stream) and a body; written from the
 * public description in ngrok's Rust agent (crate muxado).
 * @module
 */
import { Duplex } from 'node:stream';

const types = { reset: 0, data: 1, window: 2, goAway: 3 } as const;
const flags = { fin: 1, syn: 2 } as const;

export type Multiplexer = {
  /** Opens a stream to the agent. */
  open(): Duplex;
};

/** Speaks muxado over a connection; `onStream` gets every stream the agent opens. */
export function multiplex(connection: Duplex, onStream: (stream: Duplex) => void): Multiplexer {
  const streams = new Map<number, Duplex>();
  let nextId = 2;
  let rest = Buffer.alloc(0);

  const send = (type: number, flag: number, id: number, body: Uint8Array): void => {
    if (connection.destroyed) return;
    const header = Buffer.alloc(8);
    header.writeUInt32BE(((body.length << 8) | (type << 4) | flag) >>> 0, 0);
    header.writeUInt32BE(id, 4);
    connection.write(Buffer.concat([header, body]));
  };

  const makeStream = (id: number, isNew: boolean): Duplex => {
    let flag: number = isNew ? flags.syn : 0;
    const stream = new Duplex({
      allowHalfOpen: true,
      read() {},
      write(chunk: Buffer, _encoding, done) {
        send(types.data, flag, id, chunk);
        flag = 0;
        done();
      },
      final(done) {
        send(types.data, flag | flags.fin, id, Buffer.alloc(0));
        done();
      },
      destroy(error, done) {
        streams.delete(id);
        done(error);
      },
    });
    stream.on('error', () => undefined);
    streams.set(id, stream);
    return stream;
  };

  const take = (type: number, flag: number, id: number, body: Buffer): void => {
    if (type === types.goAway) connection.end();
    let stream = streams.get(id);
    if (stream === undefined && type === types.data && (flag & flags.syn) !== 0) {
      stream = makeStream(id, false);
      onStream(stream);
    }
    if (stream === undefined) return;
    if (type === types.data && body.length > 0) {
      stream.push(body);
      const increment = Buffer.alloc(4);
      increment.writeUInt32BE(body.length);
      send(types.window, 0, id, increment);
    }
    if ((flag & flags.fin) !== 0) stream.push(null);
    if (type === types.reset) stream.destroy();
  };

  connection.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 8) {
      const first = rest.readUInt32BE(0);
      const length = first >>> 8;
      if (rest.length < 8 + length) break;
      take((first >>> 4) & 0xf, first & 0xf, rest.readUInt32BE(4) & 0x7fffffff, rest.subarray(8, 8 + length));
      rest = rest.subarray(8 + length);
    }
  });
  connection.on('close', () => {
    for (const stream of [...streams.values()]) stream.destroy();
  });

  return {
    open() {
      const stream = makeStream(nextId, true);
      nextId += 2;
      return stream;
    },
  };
}
