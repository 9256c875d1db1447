/**
 * The memory that request bodies may take together. What counts is what has arrived, not what was announced: somebody
 * who announces much and sends nothing keeps nobody else out.
 * @module
 */

/** One request's share. */
export type Hold = {
  /** Takes `bytes` more; false when there is no room for them. */
  grow(bytes: number): boolean;
  /** Gives everything back; more than once is harmless. */
  release(): void;
};

export type BodyRoom = {
  /** A share for one more request; `undefined` when there is no room for it. */
  enter(): Hold | undefined;
};

/** What a request costs before the first byte of its body: socket buffers, parsed headers. */
const bytesPerRequest = 4 * 1024;

/** @param capacity bytes, all requests together */
export function createBodyRoom(capacity: number): BodyRoom {
  let taken = 0;
  return {
    enter() {
      let own = 0;
      const hold: Hold = {
        grow(bytes) {
          if (taken + bytes > capacity) return false;
          taken += bytes;
          own += bytes;
          return true;
        },
        release() {
          taken -= own;
          own = 0;
        },
      };
      return hold.grow(bytesPerRequest) ? hold : undefined;
    },
  };
}
