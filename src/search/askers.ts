/**
 * Who asks the index: a later query of the same asker ends the earlier one, also while it is being answered. The thread
 * cannot be told in the middle of its work, so both sides look at shared memory.
 * @module
 */

/** How many askers can be told apart at once; the queries of one more are all answered. */
const slots = 64;

export type Asking = { readonly slot: number; readonly done: () => void };

export type Askers = {
  readonly shared: SharedArrayBuffer;
  /** Notes the newest query of an asker. */
  begin(asker: string | undefined, n: number): Asking;
};

export function createAskers(): Askers {
  const shared = new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT);
  const newest = new Int32Array(shared);
  const known = new Map<string, { readonly slot: number; asked: number }>();
  const free = Array.from({ length: slots }, (_each, index) => index);

  return {
    shared,
    begin(asker, n) {
      const own = asker === undefined ? undefined : (known.get(asker) ?? take(asker));
      if (asker === undefined || own === undefined) return { slot: noSlot, done: () => undefined };
      own.asked += 1;
      Atomics.store(newest, own.slot, n);
      return {
        slot: own.slot,
        done() {
          own.asked -= 1;
          if (own.asked > 0) return;
          known.delete(asker);
          free.push(own.slot);
        },
      };
    },
  };

  function take(asker: string): { readonly slot: number; asked: number } | undefined {
    const slot = free.shift();
    if (slot === undefined) return undefined;
    const own = { slot, asked: 0 };
    known.set(asker, own);
    return own;
  }
}

/** Of a query that nothing supersedes. */
const noSlot = -1;

/** The thread's side: whether a later query than `n` came from the asker of this slot. */
export function isSuperseded(newest: Int32Array, slot: number, n: number): boolean {
  return slot !== noSlot && Atomics.load(newest, slot) > n;
}
