/**
 * A set of 64-bit fingerprints in 16 to 32 bytes each: for what a whole conversation is compared with, however long it is.
 * That two of a million different texts are taken for one is as likely as one in ten million.
 * @module
 */
import { hash } from 'node:crypto';

export type Fingerprints = {
  add(text: string): void;
  has(text: string): boolean;
};

const smallest = 64;

/** `expected` is how many are to come, so that it need not grow on the way. */
export function createFingerprints(expected: number): Fingerprints {
  let slots = slotsFor(expected);
  let table = new Uint32Array(slots * 2);
  let count = 0;

  const slotOf = (high: number, low: number): number => {
    let slot = low & (slots - 1);
    for (;;) {
      const [otherHigh, otherLow] = [table[slot * 2], table[slot * 2 + 1]];
      if ((otherHigh === 0 && otherLow === 0) || (otherHigh === high && otherLow === low)) return slot;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const put = (high: number, low: number): void => {
    const slot = slotOf(high, low);
    if (table[slot * 2] === 0 && table[slot * 2 + 1] === 0) count += 1;
    table[slot * 2] = high;
    table[slot * 2 + 1] = low;
  };
  const grow = (): void => {
    const former = table;
    slots *= 2;
    table = new Uint32Array(slots * 2);
    count = 0;
    for (let at = 0; at < former.length; at += 2) {
      const [high = 0, low = 0] = [former[at], former[at + 1]];
      if (high !== 0 || low !== 0) put(high, low);
    }
  };

  return {
    add(text) {
      if (count * 4 >= slots * 3) grow();
      put(...fingerprintOf(text));
    },
    has(text) {
      const [high, low] = fingerprintOf(text);
      return table[slotOf(high, low) * 2 + 1] === low;
    },
  };
}

function slotsFor(expected: number): number {
  let slots = smallest;
  while (slots * 3 < expected * 4) slots *= 2;
  return slots;
}

/** Never zero: that is an empty slot. */
function fingerprintOf(text: string): [high: number, low: number] {
  const digest = hash('sha256', text, 'buffer');
  return [digest.readUInt32BE(0), digest.readUInt32BE(4) || 1];
}
