/**
 * One way in which something may have gone wrong: the mistakes it takes, and what would have been used then.
 * @module
 */
import type { Finding, MistakeCode } from '../contract/diagnosis.ts';

/** What a finding says besides its mistakes. */
export type About = Partial<Pick<Finding, 'url' | 'header' | 'lineId' | 'scheme' | 'provider' | 'field' | 'deliveryId' | 'ageSeconds'>>;

export type Way<Value> = { readonly mistakes: readonly MistakeCode[]; readonly value: Value; readonly about?: About };

export type Algorithm = 'sha256' | 'sha1' | 'sha512' | 'sha384' | 'md5';

/** What is signed. */
export type Message = Way<Uint8Array> & {
  /** The algorithm that belongs to it; absent: the provider's. */
  readonly algorithm?: Algorithm;
};

/** No mistake. */
export function right<Value>(value: Value, about?: About): Way<Value> {
  return { mistakes: [], value, ...(about && { about }) };
}

/** Leaves out what an earlier way has made already, so that a thing is named by the likeliest mistake that makes it. */
export function* distinct<Each extends Way<unknown>>(
  ways: Iterable<Each>,
  known: Set<string>,
  name: (value: Each['value']) => string,
): Generator<Each> {
  for (const way of ways) {
    const key = name(way.value);
    if (known.has(key)) continue;
    known.add(key);
    yield way;
  }
}

/** Bytes as a text that no other bytes have. */
export function bytesName(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The UTF-8 text that bytes are; `undefined` when they are none. A byte order mark stays. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Goes through something again and again that is made once only, as far as somebody went. */
export function replayed<Item>(source: Iterable<Item>): () => Generator<Item> {
  const iterator = source[Symbol.iterator]();
  const made: Item[] = [];
  return function* () {
    for (let index = 0; ; index += 1) {
      const known = made[index];
      if (known !== undefined) yield known;
      else {
        const next = iterator.next();
        if (next.done === true) return;
        made.push(next.value);
        yield next.value;
      }
    }
  };
}
