import { expect, test } from 'vitest';
import { createNoticeQueue } from '../../../electron/notice-queue.ts';
import { manualClock } from '../../support/manual-clock.ts';

function queue() {
  const clock = manualClock();
  const shown: string[] = [];
  const notices = createNoticeQueue({ show: ({ conversationId, body }) => shown.push(`${conversationId} ${body}`), clock });
  const add = (conversationId: string, body: string): void =>
    notices.add({ kind: 'notice', conversationId, messageId: body, lineId: 'l', title: '', body, canReply: false });
  return { clock, shown, add, drop: notices.drop };
}

test('a single text is announced at once, and so is the next one later on', () => {
  const { clock, shown, add } = queue();
  add('c1', 'one');
  expect(shown).toEqual(['c1 one']);
  clock.advance(500);
  add('c1', 'two');
  expect(shown).toEqual(['c1 one', 'c1 two']);
  clock.advance(10_000);
  expect(clock.waiting()).toBe(0);
});

test('of a burst the first is announced at once and the newest of each conversation a moment later', () => {
  const { clock, shown, add } = queue();
  for (let text = 0; text < 1_000; text += 1) add(`c${text % 3}`, String(text));
  expect(shown).toEqual(['c0 0']);
  clock.advance(500);
  expect(shown).toEqual(['c0 0', 'c1 997', 'c2 998', 'c0 999']);
});

test('however many conversations write at once, a round stays small, with the newest in it', () => {
  const { clock, shown, add } = queue();
  for (let text = 0; text < 100; text += 1) add(`c${text}`, String(text));
  clock.advance(500);
  expect(shown).toEqual(['c0 0', 'c95 95', 'c96 96', 'c97 97', 'c98 98', 'c99 99']);
});

test('what was read meanwhile is not announced', () => {
  const { clock, shown, add, drop } = queue();
  add('c1', 'one');
  add('c1', 'two');
  add('c2', 'three');
  drop('c1');
  clock.advance(500);
  expect(shown).toEqual(['c1 one', 'c2 three']);
});
