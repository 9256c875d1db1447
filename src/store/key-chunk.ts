/**
 * Ten thousand keys and the messages they stand for, packed: 35 bytes an entry, in the order they came. A chunk is read
 * from its file as it is; the table to look things up by is made at the first look.
 * @module
 */
import { hash } from 'node:crypto';
import type { MessagePlace } from './message-ids.ts';

/** Keys a chunk takes. */
export const keysPerChunk = 10_000;

const keyBytes = 16;
const conversationBytes = 12;
/** Sequences of imported messages are negative; with this added none is. */
const sequenceOffset = 9_000_000_000_000_000;
const lowBytes = 4;
const lowValues = 2 ** 32;
/** A power of two, and so many that nearly every key that is not there ends at an empty slot at once. */
const slotCount = 65_536;

/** A key as it is kept: 128 bits of its SHA-256, base64url. */
export function hashKey(key: string): string {
  return hash('sha256', key, 'base64url').slice(0, 22);
}

/** A hashed key as a chunk keeps it. */
export function keyToBytes(hashedKey: string): Buffer {
  return Buffer.from(hashedKey, 'base64url');
}

export type KeyChunk = {
  readonly count: number;
  /** It takes no more entries. */
  readonly isFull: boolean;
  add(key: Buffer, place: MessagePlace): void;
  /** The newest entry for a key. */
  find(key: Buffer): MessagePlace | undefined;
  /** The entries as they go to a file. */
  packed(): Buffer;
};

/** Bytes a sequence takes. Chunks from before there were imported messages have 6 and take no more entries. */
export const sequenceBytes = 7;

/** A chunk with the entries `packed` holds. */
export function createKeyChunk(packed: Buffer = Buffer.alloc(0), width = sequenceBytes): KeyChunk {
  const entryBytes = keyBytes + conversationBytes + width;
  const takes = width === sequenceBytes ? keysPerChunk : 0;
  let entries = packed;
  let count = Math.floor(packed.length / entryBytes);
  let slots: Uint16Array | undefined;

  const slotFor = (table: Uint16Array, key: Buffer): number => {
    let slot = key.readUInt32LE(0) & (slotCount - 1);
    for (let entry = table[slot] ?? 0; entry !== 0; entry = table[slot] ?? 0) {
      const start = (entry - 1) * entryBytes;
      if (entries.compare(key, 0, keyBytes, start, start + keyBytes) === 0) break;
      slot = (slot + 1) & (slotCount - 1);
    }
    return slot;
  };
  const table = (): Uint16Array => {
    if (slots !== undefined) return slots;
    slots = new Uint16Array(slotCount);
    for (let index = 0; index < count; index += 1) {
      const start = index * entryBytes;
      slots[slotFor(slots, entries.subarray(start, start + keyBytes))] = index + 1;
    }
    return slots;
  };

  return {
    get count() {
      return count;
    },
    get isFull() {
      return count >= takes;
    },
    add(key, { conversationId, sequence }) {
      const known = table();
      if ((count + 1) * entryBytes > entries.length) {
        const grown = Buffer.alloc(Math.min(keysPerChunk, Math.max(64, count * 2)) * entryBytes);
        entries.copy(grown);
        entries = grown;
      }
      const start = count * entryBytes;
      key.copy(entries, start, 0, keyBytes);
      entries.write(conversationId.slice(2), start + keyBytes, conversationBytes, 'base64url');
      writeSequence(entries, sequence, start + keyBytes + conversationBytes);
      known[slotFor(known, key)] = count + 1;
      count += 1;
    },
    find(key) {
      const known = table();
      const entry = known[slotFor(known, key)] ?? 0;
      if (entry === 0) return undefined;
      const start = (entry - 1) * entryBytes + keyBytes;
      return {
        conversationId: `c_${entries.toString('base64url', start, start + conversationBytes)}`,
        sequence: readSequence(entries, start + conversationBytes, width),
      };
    },
    packed: () => entries.subarray(0, count * entryBytes),
  };
}

function writeSequence(bytes: Buffer, sequence: number, position: number): void {
  const value = sequence + sequenceOffset;
  bytes.writeUIntBE(Math.floor(value / lowValues), position, sequenceBytes - lowBytes);
  bytes.writeUInt32BE(value % lowValues, position + sequenceBytes - lowBytes);
}

function readSequence(bytes: Buffer, position: number, width: number): number {
  if (width !== sequenceBytes) return bytes.readUIntBE(position, width);
  const high = bytes.readUIntBE(position, sequenceBytes - lowBytes);
  return high * lowValues + bytes.readUInt32BE(position + sequenceBytes - lowBytes) - sequenceOffset;
}
