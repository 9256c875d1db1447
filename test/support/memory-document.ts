import type { Document } from '../../src/core/ports.ts';

/** A stand-in for a stored document: keeps its value for as long as the object lives. */
export function memoryDocument<Value>(initial: Value): Document<Value> {
  let value = initial;
  return {
    get: () => value,
    async set(next) {
      value = next;
    },
  };
}
