import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationIdOf, messageIdOf, placeOf, shardOf } from '../../../src/store/message-ids.ts';

describe('ids', () => {
  it('name a conversation by line and peer, sixteen characters of their SHA-256', () => {
    const expected = createHash('sha256').update('l_1\n+14155550100').digest('base64url').slice(0, 16);
    expect(conversationIdOf('l_1', '+14155550100')).toBe(`c_${expected}`);
  });

  it('lead from a message back to its conversation and sequence', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.oneof(fc.maxSafeNat(), fc.integer({ min: -9_000_000_000_000_000, max: -1 })),
        (lineId, peer, sequence) => {
          const conversationId = conversationIdOf(lineId, peer);
          expect(placeOf(messageIdOf(conversationId, sequence))).toEqual({ conversationId, sequence });
        },
      ),
    );
  });

  it('that no message can have lead nowhere', () => {
    for (const id of [
      '',
      'm_',
      'c_AAAAAAAAAAAAAAAA',
      'm_AAAAAAAAAAAAAAA_1',
      'm_AAAAAAAAAAAAAAAA_',
      'm_AAAAAAAAAAAAAAAA_Z',
      'm_AAAAAAAAAAAAAAAA_--1',
      'm_AAAAAAAAAAAAAAAA_-',
      '../m_AAAAAAAAAAAAAAAA_1',
    ])
      expect(placeOf(id)).toBeUndefined();
  });

  it('put every conversation into one of sixty-four folders named by digits', () => {
    const shards = new Set(Array.from({ length: 5_000 }, (_, index) => shardOf(conversationIdOf('l_1', String(index)))));
    expect(shards.size).toBe(64);
    for (const shard of shards) expect(shard).toMatch(/^[0-6]\d$/);
  });
});
