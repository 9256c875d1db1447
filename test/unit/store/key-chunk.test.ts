import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyChunk, hashKey, keysPerChunk, keyToBytes } from '../../../src/store/key-chunk.ts';
import { conversationIdOf } from '../../../src/store/message-ids.ts';

const bytes = (key: string): Buffer => keyToBytes(hashKey(key));
const place = (index: number) => ({
  conversationId: conversationIdOf('l_1', `peer ${index % 97}`),
  sequence: index * 1_000_003 - (index % 2 === 0 ? 9_000_000_000_000_000 : 0),
});

describe('a chunk of keys', () => {
  it('finds each of ten thousand keys and no other, also after it was packed and read again', () => {
    const chunk = createKeyChunk();
    for (let index = 0; index < keysPerChunk; index += 1) chunk.add(bytes(`key ${index}`), place(index));
    const again = createKeyChunk(Buffer.from(chunk.packed().toString('base64'), 'base64'));
    expect(again.count).toBe(keysPerChunk);
    for (let index = 0; index < keysPerChunk; index += 1) {
      expect(chunk.find(bytes(`key ${index}`))).toEqual(place(index));
      expect(again.find(bytes(`key ${index}`))).toEqual(place(index));
      expect(again.find(bytes(`other ${index}`))).toBeUndefined();
    }
  });

  it('goes on where it was packed', () => {
    const chunk = createKeyChunk();
    chunk.add(bytes('one'), place(1));
    const again = createKeyChunk(Buffer.from(chunk.packed()));
    again.add(bytes('two'), place(2));
    expect([again.find(bytes('one')), again.find(bytes('two'))]).toEqual([place(1), place(2)]);
  });

  it('finds what chunks of former versions hold, and puts nothing into those', () => {
    const former = Buffer.alloc(34);
    bytes('key 1').copy(former);
    former.write(place(1).conversationId.slice(2), 16, 12, 'base64url');
    former.writeUIntBE(1_000_003, 28, 6);
    const chunk = createKeyChunk(former, 6);
    expect(chunk).toMatchObject({ count: 1, isFull: true });
    expect(chunk.find(bytes('key 1'))).toEqual({ conversationId: place(1).conversationId, sequence: 1_000_003 });
    expect(createKeyChunk().isFull).toBe(false);
  });

  it('answers the newest place when a key came twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(1_000_000)), { maxLength: 200 }), (additions) => {
        const chunk = createKeyChunk();
        const expected = new Map<number, number>();
        for (const [key, sequence] of additions) {
          chunk.add(bytes(String(key)), place(sequence));
          expected.set(key, sequence);
        }
        for (const [key, sequence] of expected) expect(chunk.find(bytes(String(key)))).toEqual(place(sequence));
      }),
    );
  });
});
