/**
 * The real clock and the real randomness.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Clock, Random } from '../core/ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(milliseconds, task) {
    if (milliseconds <= 0) {
      const immediate = setImmediate(task);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Asking the system for randomness costs the same for 16 bytes and for 8,192: it is asked for many tokens at once. */
const poolSize = 8_192;
let pool = Buffer.alloc(0);

/** Bytes that were never given out before. */
function take(bytes: number): Buffer {
  if (bytes > poolSize) return randomBytes(bytes);
  if (pool.length < bytes) pool = randomBytes(poolSize);
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
}

export const systemRandom: Random = {
  token: (bytes) => take(bytes).toString('base64url'),
  fraction: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};
