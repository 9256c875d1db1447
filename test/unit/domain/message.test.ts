import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advancesStatus, isInOutbox, type Message, type MessageStatus, messageStatusSchema } from '../../../src/domain/message.ts';

const status = fc.constantFrom(...messageStatusSchema.options);
const message = (changes: Partial<Message>): Message => ({
  id: 'm1',
  sequence: 0,
  lineId: 'l1',
  conversationId: 'c1',
  peer: '+14155551234',
  direction: 'outbound',
  body: 'Hello',
  at: '2026-03-01T12:00:00.000Z',
  status: 'queued',
  ...changes,
});

test.each<[MessageStatus, MessageStatus, boolean]>([
  ['sent', 'delivered', true],
  ['sent', 'undelivered', true],
  ['sent', 'failed', true],
  ['queued', 'delivered', true],
  ['sending', 'sent', true],
  ['unconfirmed', 'sent', true],
  ['unconfirmed', 'delivered', true],
  ['delivered', 'sent', false],
  ['delivered', 'failed', false],
  ['failed', 'delivered', false],
  ['sent', 'sent', false],
  ['cancelled', 'delivered', false],
  ['received', 'delivered', false],
  ['sent', 'cancelled', false],
])('%s → %s is news: %s', (present, reported, isNews) => {
  expect(advancesStatus(present, reported)).toBe(isNews);
});

test('a status only moves forward, in whatever order reports come', () => {
  fc.assert(
    fc.property(fc.array(status, { maxLength: 20 }), (reports) => {
      const seen: MessageStatus[] = [];
      let present: MessageStatus = 'queued';
      for (const reported of reports) {
        if (!advancesStatus(present, reported)) continue;
        expect(advancesStatus(reported, present)).toBe(false);
        present = reported;
        seen.push(reported);
      }
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});

test('the outbox holds outbound messages that have not left yet', () => {
  const waiting = messageStatusSchema.options.filter((each) => isInOutbox(message({ status: each })));
  expect(waiting).toEqual(['queued', 'sending']);
  expect(messageStatusSchema.options.filter((each) => isInOutbox(message({ direction: 'inbound', status: each })))).toEqual([]);
});
