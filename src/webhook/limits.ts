/**
 * How much of anything the receiver takes. Behind a tunnel every request, genuine or not, comes from one address, so
 * nothing here limits what is genuine: these bound memory, sockets and time, and how many refusals are recorded.
 * @module
 */

/** A token bucket: `burst` at once, and `perMinute` more as time goes by. */
export type BucketLimits = { readonly burst: number; readonly perMinute: number };

export type ReceiverLimits = {
  /** Bytes of request bodies held in memory at once, all requests together; beyond it the answer is 503. */
  readonly heldBytes: number;
  /** Refused deliveries that are recorded, by source address. Greater than `perLine`: one line must not use up all. */
  readonly perSource: BucketLimits;
  /** Refused deliveries that are recorded, by line. */
  readonly perLine: BucketLimits;
  /** After an answer that came before the body's end: how long, and how many bytes, are still read and thrown away. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
};

/** What a listener allows its connections. */
export type ListenerLimits = {
  /** All headers of one request together, in bytes; beyond it the answer is 431. */
  readonly headerBytes: number;
  /** From the connection (or the answer before) to the last header. */
  readonly headersMs: number;
  /** From the connection (or the answer before) to the last byte of the body. */
  readonly requestMs: number;
  /** How long a connection may wait between two requests: longer than tunnels do, so that they are the ones to close. */
  readonly idleMs: number;
  /** Open connections; further ones are closed at once. */
  readonly connections: number;
  /** How long requests that are being answered may take when the listener closes. */
  readonly closingMs: number;
};

export const defaultReceiverLimits: ReceiverLimits = {
  heldBytes: 32 * 1024 * 1024,
  perSource: { burst: 2_000, perMinute: 24 },
  perLine: { burst: 500, perMinute: 6 },
  lingerMs: 2_000,
  lingerBytes: 4 * 1024 * 1024,
};

export const defaultListenerLimits: ListenerLimits = {
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 95_000,
  connections: 1_024,
  closingMs: 2_000,
};
