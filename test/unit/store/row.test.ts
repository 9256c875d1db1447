import { describe, expect, it } from 'vitest';
import { noFlags } from '../../../src/domain/conversation.ts';
import { newRow, previewOf, type Row, toConversation } from '../../../src/store/row.ts';
import { packRow, unpackRow } from '../../../src/store/shard.ts';

const message = { id: 'm_1', sequence: 7, lineId: 'l', conversationId: 'c_AAAAAAAAAAAAAAAA', peer: 'p', at: '2026-03-01T12:00:00.000Z' };

describe('a conversation in the index', () => {
  it('previews the first 160 UTF-16 units and never half a character', () => {
    const text = `${'x'.repeat(159)}😀 and more`;
    const preview = previewOf({ ...message, direction: 'inbound', body: text, status: 'received', media: [{ url: 'https://a' }] });
    expect(preview).toEqual({ id: 'm_1', direction: 'inbound', body: 'x'.repeat(159), mediaCount: 1, at: message.at, status: 'received' });
    expect(previewOf({ ...message, direction: 'inbound', body: 'short', status: 'received' }).body).toBe('short');
  });

  it('is the same after it was packed and unpacked', () => {
    const row: Row = {
      ...newRow(message),
      count: 300,
      unread: 2,
      lastSequence: 99,
      lastMessage: {
        id: 'm_AAAAAAAAAAAAAAAA_2r',
        direction: 'inbound',
        body: 'Your code is 123456',
        mediaCount: 0,
        at: message.at,
        status: 'received',
        code: '123456',
      },
      flags: {
        readUpTo: 4,
        muted: true,
        archived: false,
        pinned: true,
        optOut: { keyword: 'STOP', at: message.at },
        draft: 'Hm',
        blocked: true,
        mutedUntil: message.at,
        tags: ['Clients'],
        known: true,
        noticeContent: 'name-only',
        notifyAlways: true,
      },
      outbox: [99],
      segments: [
        { first: 1, last: 80, revision: 2, count: 250, bytes: 1000, extra: 3 },
        { first: 81, last: 99, revision: 0, count: 50, bytes: 200, extra: 1 },
      ],
    };
    const again = unpackRow(JSON.parse(JSON.stringify(packRow(row))), (text) => text);
    expect(toConversation(again)).toEqual(toConversation(row));
    expect({ outbox: again.outbox, segments: again.segments }).toEqual({ outbox: row.outbox, segments: row.segments });
    const empty = unpackRow(JSON.parse(JSON.stringify(packRow(newRow(message)))), (text) => text);
    expect(toConversation(empty)).toEqual(toConversation(newRow(message)));
    expect(empty.flags).toBe(noFlags);
  });
});
